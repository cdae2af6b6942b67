import { scrub } from '../facts/scrub.js';
import { bareOf } from './bare-of.js';
import { compileTemplate } from './compile-template.js';
import { placesOf } from './places-of.js';
import type { Signature } from './topic.js';

/** The side that a write goes to. */
export type WriteSide = NonNullable<Signature['failedWriteTo']>;

/** A write that failed, as dual-write reports it: the parts of its words, and the error inside them. */
export interface FailedWrite {
  readonly to: WriteSide;
  /** Where it begins, where the error inside it begins, and where it ends in the text. */
  readonly start: number;
  readonly inner: number;
  readonly end: number;
  /** Whether finance and operations could not even compose what it wanted to send. */
  readonly isPayload: boolean;
  /** The data entity of finance and operations. */
  readonly entity: string | undefined;
  /** The table of Dataverse. */
  readonly table: string | undefined;
  /** The HTTP status, as a number or a name. */
  readonly status: string | undefined;
  /** The code of Dataverse: `0x80040265`. */
  readonly code: string | undefined;
  /** What the service says; `undefined` if there is nothing inside. */
  readonly message: string | undefined;
}

/**
 * The failed writes that a normalized text reports, in their order. Words of dual-write that follow each other from the
 * outside in, each of a higher level than the one before, are one write.
 */
export function failedWritesIn(plain: string): readonly FailedWrite[] {
  if (!mayBeWrite.test(plain)) return [];
  const chains: Chain[] = [];
  for (const place of placesIn(plain)) {
    const chain = chains.at(-1);
    const outer = chain?.at(-1);
    if (outer !== undefined && outer.to === place.to && outer.level < place.level) chain?.push(place);
    else chains.push([place]);
  }
  return chains
    .filter((chain) => isOfDualWrite(plain, chain))
    .map((chain, index, all) => failedWrite(plain, chain, all[index + 1]?.[0].start ?? plain.length));
}

/** Words that one of the openings needs, without regard to escapes and line breaks; rules out most texts in one pass. */
export const mayHoldWrite = /unable|writes|recordResponses|\bcds\b|DualWriteRuntime|RecordError|unknown/i;

/** The same in a normalized text. */
const mayBeWrite =
  /unable[\W_]{0,20}to[\W_]{0,20}(?:write|generate)|writes to|recordResponses|\bcds\b|DualWriteRuntime|RecordError|unknown[\W_]{0,20}exception/i;

/** Words of dual-write around an error. */
interface Opening {
  readonly to: WriteSide;
  /** Those of Dataverse differ in where the error is. */
  readonly kind?: 'write' | 'writes' | 'json' | 'status' | 'payload';
  readonly level: number;
  readonly find: RegExp;
}

interface Place extends Omit<Opening, 'find'> {
  readonly start: number;
  readonly end: number;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

type Chain = [Place, ...Place[]];

const openings: readonly Opening[] = /* @__PURE__ */ (() => [
  {
    to: 'dataverse',
    kind: 'write',
    level: 0,
    find: compileTemplate('unable to write data to entity {table:word}').find(),
  },
  {
    to: 'dataverse',
    kind: 'writes',
    level: 1,
    // Names as the page shows them have blanks, quotes or brackets. Without the words about a message, the text ends here.
    find: /\bwrites to ["'([]{0,3}(?<entity>[\p{L}\d](?:[^/\\.:;{}"]| [/\\] ){0,99}?)["')\]]{0,3} failed(?: with (?:(?:an|the) )?error message|(?=\W{0,3}$))/giu,
  },
  {
    to: 'dataverse',
    kind: 'json',
    level: 2,
    find: /\bentityName["']\s?:\s?["'](?<entity>[\w ]{1,100})["'](?:\W{1,5}externalEntityName["']\s?:\s?["'](?<table>\w{1,100}))?.{0,120}?\brecordResponses["']\s?:\s?\[\s?\{\s?["']/gi,
  },
  {
    to: 'dataverse',
    kind: 'status',
    level: 3,
    // Without a code, there is the name of the status again, or nothing.
    find: /\bstatus code (?<status>\w{2,40}) and cds error code(?=\W{0,6}(?:0x[0-9a-f]|bad\b|conflict|forbid|gateway|internal\b|not\b|precondition|request|response|service\b|too\b|unauthori|$))/gi,
  },
  {
    to: 'dataverse',
    kind: 'status',
    level: 3,
    find: /(?<! and )\bcds error code(?=\W{1,5}0x8[0-9a-f]{7}\b)/gi,
  },
  // The names stay as they are when the sentence is translated.
  {
    to: 'dataverse',
    kind: 'status',
    level: 3,
    find: /\b(?<status>BadRequest|Unauthorized|Forbidden|NotFound|Conflict|PreconditionFailed|RequestTimeout|InternalServerError|BadGateway|ServiceUnavailable|GatewayTimeout)\b(?! and cds)[^.0-9]{1,60}\bCDS\b[^.0-9]{0,40}(?=0x[0-9a-f])/gi,
  },
  {
    to: 'dataverse',
    kind: 'payload',
    level: 4,
    find: compileTemplate('unable to generate payload for entity {entity:word}').find(),
  },
  {
    to: 'finops',
    level: 0,
    find: /\bDualWriteRuntime\.Plugins\.\w{4,40} ?: ?(?:failed to process entity |[\w.]{0,60}Exception: (?:failed to process entity )?|.{1,160}?(?= - ?\())(?<table>\w{1,100}(?= - ?\())?/gi,
  },
  { to: 'finops', level: 1, find: /\bRecordError\d{1,4}["'\s]{1,4}:/gi },
  {
    to: 'finops',
    level: 2,
    find: compileTemplate('write failed for entity {entity} with unknown exception').find(),
  },
])();

function placesIn(plain: string): readonly Place[] {
  return openings
    .flatMap(({ find, ...opening }) =>
      placesOf(find, plain).map(({ 0: words, index, groups = {} }) => ({
        ...opening,
        start: index,
        end: index + words.length,
        groups,
      })),
    )
    .sort((a, b) => a.start - b.start);
}

/** Any program can say that writes to something failed; the names of data entities and tables are of another kind, and so are its codes. */
function isOfDualWrite(plain: string, [first, ...inner]: Chain): boolean {
  if (first.kind !== 'writes' || inner.length > 0) return true;
  const hasCode = codeIn(plain.slice(first.end, first.end + 200)) !== undefined;
  return hasCode || /entity$|_|v\d$/i.test(first.groups.entity ?? '');
}

function failedWrite(plain: string, chain: Chain, end: number): FailedWrite {
  const [first] = chain;
  const last = chain.at(-1) ?? first;
  const inside = withoutLookups(plain.slice(last.end, end));
  const { code, message } = last.kind === 'status' ? afterStatus(inside) : errorIn(last, inside);
  return {
    to: first.to,
    start: first.start,
    inner: last.end,
    end,
    isPayload: last.kind === 'payload',
    entity: lastNamed(chain, 'entity'),
    table: lastNamed(chain, 'table'),
    status: lastNamed(chain, 'status') ?? statusIn.exec(inside)?.[1],
    code,
    message: messageOf(message),
  };
}

function lastNamed(chain: Chain, name: string): string | undefined {
  const value = chain.findLast(({ groups }) => groups[name] !== undefined)?.groups[name];
  return value === undefined ? undefined : bareOf(value);
}

const statusIn = /\((\d{3})\)/;

/** The lookups that failed have their own topic; they are not what the service says. */
function withoutLookups(inside: string): string {
  return inside.replace(/unable to look ?up [\w$]{1,100} with values \{[^{}]{0,200}\}?/gi, '');
}

/** `: 0x80040265 response message: …`, in any language; a code that is not in hexadecimal is all that there is to read. */
function afterStatus(inside: string): Pick<FailedWrite, 'code' | 'message'> {
  const { code, rest = inside } = /^\W{0,5}(?<code>0x[0-9a-f]{1,8})\b(?<rest>.*)/i.exec(inside)?.groups ?? {};
  return { code: code?.toLowerCase(), message: rest.replace(/^[^:"]{0,40}:/, '') };
}

/** An error that is text or JSON. */
function errorIn({ kind }: Place, inside: string): Pick<FailedWrite, 'code' | 'message'> {
  const text =
    kind === 'json' ? inside.replace(keyOfJson, '') : kind === 'payload' ? inside.replace(keyOfPayload, '') : inside;
  const code = codeIn(text);
  if (kind === 'write' ? !isError.test(text) : isQuestion.test(text)) return { code, message: undefined };
  const { message = text } = /["']message["']\s?:\s?["'](?<message>[^"]{1,2000})/i.exec(text)?.groups ?? {};
  return { code, message };
}

/** What comes before the error in JSON. */
const keyOfJson = /^[\p{L}\s]{0,40}["']\s?:/u;
const keyOfPayload = /.*?\bverboseError["']/i;

/** Another sentence after the words of dual-write, and not what somebody says about them. Addresses have question marks, too. */
const isError = /^["']?\s?[.:;([{-](?!.{0,400}(?:\?(?!\w)|\b(?:i|we|my|our|what|how|why|anyone|somebody)\b))/i;

/** The sentence of dual-write ends without an error in it, and somebody asks about it. */
const isQuestion =
  /^\s?(?:[.!]{1,3}["')\]]{0,2}|["')\]]{1,2}[.!]?)\s(?=.{0,400}(?:\?(?!\w)|\b(?:i|we|my|our|what|how|why|anyone|anybody|somebody|idea|thanks|help)\b))/i;

function codeIn(text: string): string | undefined {
  const { code, decimal } =
    /(?<![0-9a-z])(?:(?<code>0x8[0-9a-f]{7})|-(?<decimal>2147\d{6}))(?![0-9a-z])/i.exec(text)?.groups ?? {};
  if (decimal !== undefined) return `0x${(2 ** 32 - Number(decimal)).toString(16)}`;
  return code?.toLowerCase();
}

/** What is before and after a message in any of the wrappers. */
const before =
  /^(?:[^\p{L}\p{N}]|exception message\W|payload creation failed(?: with error)?(?=\W|$)|unable to sync with (?:entity|table) [\w$]{1,100})+/iu;
const after =
  /for (?:more )?information on troubleshooting|https:\/\/go\.microsoft\.com\/fwlink\/\?linkid=2244045|["']\W{1,5}(?:logDateTime|verboseError|isErrorCountUpdated)\b|["']\s?[}\]]|\bSTACKTRACE\b|\bSession ID\b| at (?:Microsoft|System)\.\w|--- End of/i;
/** Projects and other ids, which are not a message. */
const ids = /\b(?:DWM-)?[0-9a-f]{8}-[0-9a-f-]{27,64}/gi;
const mostCharacters = 500;

function messageOf(inside: string | undefined): string | undefined {
  if (inside === undefined) return undefined;
  const whole = inside.replace(before, '');
  const message = scrub(whole.slice(0, after.exec(whole)?.index));
  if (message.length > mostCharacters) return `${message.slice(0, mostCharacters)}…`;
  const bare = message.replace(/[\s".,;:]+$/, '');
  return /[\p{L}\p{N}]{2}/u.test(bare.replace(ids, '')) ? withoutOpenEnd(bare) : undefined;
}

/** Without the brackets that close something outside. */
function withoutOpenEnd(message: string): string {
  const opened = message.match(/[([{]/g)?.length ?? 0;
  const closed = message.match(/[)\]}]/g)?.length ?? 0;
  if (closed <= opened || !/[)\]}]$/.test(message)) return message;
  return withoutOpenEnd(message.slice(0, -1).replace(/[\s".,;:]+$/, ''));
}
