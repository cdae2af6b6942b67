import { hostKey } from '../../facts/keys.js';
import { isRecord, propertyOf, textOf } from '../lenient-json.js';
import { hasInStreamError } from '../odata/in-stream-error.js';
import { statusOfError } from '../odata/status-of-error.js';
import { isList, type KnownSet, knownSetOf } from './known-sets.js';
import type { RecordedAnswer, RecordedService } from './recorded-answer.js';

/** A recorded answer, with what it is about. */
export interface SavedAnswer extends RecordedAnswer {
  readonly service: RecordedService;
  /** What it is about, as {@link pathKey} makes it. */
  readonly path: string;
  /** The options of its address; `undefined` for an answer that was saved without it. */
  readonly query: Readonly<Record<string, string>> | undefined;
  /** Of the address, else of the context; as {@link hostKey} makes it. */
  readonly host: string | undefined;
  /** Links in it are relative to this. */
  readonly base: string;
  /** `undefined` for a document, such as what a function returns, and for an error. */
  readonly rows: readonly unknown[] | undefined;
  /** The columns of its context, as {@link shapeOf} has them; `undefined` without a context. */
  readonly shape: string | undefined;
  /** Where more rows follow. */
  readonly link: string | undefined;
}

/** Sorts an answer in; `undefined` if it is about nothing that is known. */
export function savedAnswerOf(answer: RecordedAnswer): SavedAnswer | undefined {
  const { address, status } = answer;
  const body = enveloped(answer.body);
  const about = address ?? knownSetOf(body);
  if (about === undefined || about.service === 'gateway') return undefined;
  const context = contextIn(body);
  const row = address && rowAddress.exec(address.path);
  const isOne = row != null || /\/\$entity$/.test(context?.what ?? '') || isBareRow(body, answer, about);
  const rows = isOne && isRecord(body) ? [body] : listIn(body);
  const isFailed = status >= 400 || (hasInStreamError(body) && rows === undefined);
  return {
    ...answer,
    status: isFailed && status < 400 ? statusOf(body) : status,
    body,
    service: about.service,
    path: pathKey(row?.[1] ?? about.path),
    query: address && { ...address.query, ...(row == null ? {} : { $filter: filterFor(row) }) },
    host: hostKey(address?.host ?? context?.url),
    base: context?.url ?? `https://${address?.host ?? 'localhost'}/`,
    rows: isFailed ? undefined : rows,
    shape: context && shapeIn(context.what),
    link: textOf(body, '@odata.nextLink') ?? textOf(body, '@nextLink') ?? textOf(body, 'nextLink'),
  };
}

/** `ConvertTo-Json` writes a list of one row as that row. */
function isBareRow(body: unknown, { address, status }: RecordedAnswer, about: KnownSet): boolean {
  return (
    address === undefined &&
    status < 400 &&
    isList(about) &&
    contextIn(body) === undefined &&
    listIn(body) === undefined
  );
}

/** A definition that was read on its own: of a table, or of an entity. */
const rowAddress = /^(EntityDefinitions|PublicEntities)\((?:\w+=)?'([^']+)'\)$/i;

function filterFor([, set = '', name = '']: readonly string[]): string {
  return `${/^PublicEntities$/i.test(set) ? 'Name' : 'LogicalName'} eq '${name}'`;
}

/** Loose rows, and those of `Get-CrmRecords`, in the envelope of the services. */
function enveloped(body: unknown): unknown {
  if (Array.isArray(body)) return { value: body };
  return isRecord(body) && Array.isArray(body.CrmRecords) ? { ...body, value: body.CrmRecords } : body;
}

function listIn(body: unknown): readonly unknown[] | undefined {
  return isRecord(body) && Array.isArray(body.value) ? body.value : undefined;
}

interface Context {
  /** The part before the mark, if it is an address. */
  readonly url: string | undefined;
  readonly what: string;
}

function contextIn(body: unknown): Context | undefined {
  const text = textOf(body, '@odata.context') ?? textOf(body, '@context') ?? textOf(body, 'odata.context');
  const [, url = '', what = ''] = /^(.*)\$metadata#(.*)$/s.exec(text ?? '') ?? [];
  return text === undefined ? undefined : { url: URL.canParse(url) ? url : undefined, what };
}

function shapeIn(what: string): string {
  return shapeOf(/^[^(]*\((.*)\)(?:\/\$entity)?$/s.exec(what)?.[1] ?? '');
}

/** Columns in their order, with those of lists inside rows, without blanks and letter case: `a,b,list(c,d)`. */
export function shapeOf(columns: string): string {
  return columns.replace(/\s+|(?<=\()\$select=|\(\)/gi, '').toLowerCase();
}

/**
 * What an address or a context is about, the same for all spellings: a function without its arguments and without what it is bound
 * to, the list of connections and the record of an environment without the environment.
 */
export function pathKey(path: string): string {
  const key = path.toLowerCase().replace(/\(\)$/, '');
  const called = /^(?:systemusers\([^)]*\)\/)?(?:microsoft\.dynamics\.crm\.)?(retrieve\w+|whoami)(?:\(.*)?$/.exec(
    key,
  )?.[1];
  return called ?? /(?:^|\/)(connections|environments)(?:\/[^/]*)?$/.exec(key)?.[1] ?? key;
}

/** The status of an error whose status was not saved. */
function statusOf(body: unknown): number {
  const error = propertyOf(body, 'error');
  return statusOfError(textOf(error, 'code'), textOf(error, 'message')) ?? 500;
}
