import { err, ok, type Result, ResultAsync } from 'neverthrow';
import { gatewayAdapter } from '../adapters/gateway/gateway-adapter.js';
import { isRecord, propertyOf } from '../adapters/lenient-json.js';
import { type AlertSetting, parseAlertSettings } from '../alerts/alert-setting.js';
import { type Fact, known, unknown } from '../facts/fact.js';
import { gatherSnapshot } from '../facts/gather-snapshot.js';
import { malformed } from '../facts/issues.js';
import { parsePartialSnapshot } from '../facts/parse-snapshot.js';
import { parseWith } from '../facts/parse-with.js';
import { factEnvelopes } from '../facts/schemas.js';
import type { Fault } from '../fault.js';
import { unreadable } from '../node/json-file.js';
import { parseJsonLine } from '../sync-errors/error-lines.js';
import type { Complaint } from './command-result.js';
import { kindInWords, kindOfJson } from './kind-of-json.js';
import { openJson } from './open-json.js';
import { isPart, recordsIn } from './records-in.js';

/**
 * The alert settings in a file: a list of them, a snapshot or other facts, a captured connection set of the gateway, or a HAR
 * file.
 *
 * @returns the settings as a fact, because they may be partial or not known; or why the file does not contain valid ones
 */
export async function readAlertSettings(path: string): Promise<Result<Fact<readonly AlertSetting[]>, Complaint>> {
  const values = await ResultAsync.fromPromise(valuesIn(path), (error) => unreadable(path, error)).andThen(
    (read) => read,
  );
  if (values.isErr()) return err(values.error);
  const found = await settingsIn(values.value);
  return found.andThen(({ fact, place }) => valid(fact, place)).mapErr((fault) => ({ path, ...fault }));
}

/** The values of a file: one, or one on each line. */
async function valuesIn(path: string): Promise<Result<readonly unknown[], Exclude<Complaint, string>>> {
  const content = await openJson(path);
  if (content.isErr()) return err(content.error);
  if (content.value.type === 'document') return ok([content.value.value]);
  const { lines, fault } = content.value;
  if (fault !== undefined) return err(fault);
  const values: unknown[] = [];
  for await (const { first, texts } of lines) {
    for (const [index, text] of texts.entries()) {
      if (text.trim() === '') continue;
      const value = parseJsonLine(text);
      if (value.isErr()) return err({ path, ...value.error, because: `line ${first + index}: ${value.error.because}` });
      values.push(value.value);
    }
  }
  return ok(values);
}

/** Settings before they are checked, and where in the file they are. */
interface FoundSettings {
  readonly fact: Fact<readonly unknown[]>;
  readonly place: string;
}

async function settingsIn(values: readonly unknown[]): Promise<Result<FoundSettings, Fault>> {
  const [value, ...more] = values;
  const kind = more.length === 0 ? kindOfJson(value) : undefined;
  if (kind === 'snapshot') {
    const place = 'facts.alertSettings.value';
    return parsePartialSnapshot(value).map(({ facts }) => ({ fact: facts.alertSettings ?? notProvided, place }));
  }
  const capture = gatewayAdapter(values);
  if (capture.readers.alertSettings !== undefined) {
    const gathered = await gatherSnapshot(capture, { only: ['alertSettings'] });
    const fact = gathered.map(({ facts }) => facts.alertSettings).unwrapOr(undefined); // only a signal could abort it
    return ok({ fact: fact ?? notProvided, place: 'alertSettings' });
  }
  if (kind === 'har' || kind === 'connection-set') return ok({ fact: notProvided, place: '' });
  return more.length === 0 && isRecord(value) ? inRecord(value) : inList(values);
}

/** The settings of the fact alone, or of a part of a captured connection set. */
function inRecord(value: Readonly<Record<string, unknown>>): Result<FoundSettings, Fault> {
  if (value.status === 'known' || value.status === 'unknown') {
    const settings: readonly unknown[] | undefined = Array.isArray(value.value) ? value.value : undefined;
    const envelope = settings === undefined ? value : { ...value, value: [] }; // what settings must have is for their parser
    return parseWith(factEnvelopes().alertSettings, envelope).map((fact) => ({
      fact: fact.status === 'known' && settings !== undefined ? { ...fact, value: settings } : fact,
      place: 'value',
    }));
  }
  const detail = propertyOf(value, 'dualWriteDetail') ?? value;
  const listed = propertyOf(detail, 'alertSettings');
  return Array.isArray(listed) ? ok({ fact: known(listed), place: 'alertSettings' }) : inList([value]);
}

const notProvided = unknown('not-provided', 'the file does not contain alert settings');

/** The settings of lists, pages and lines; something else is named. */
function inList(values: readonly unknown[]): Result<FoundSettings, Fault> {
  const { records, pages } = recordsIn(values.flat());
  const other = records.map(kindOfJson).find((kind) => kind !== undefined && kind !== 'alert-setting');
  if (other !== undefined) {
    return err({ type: 'malformed', because: `${kindInWords[other]}: expected alert settings` });
  }
  const coverage = isPart(pages) ? 'partial' : 'complete';
  return ok({ fact: known(records, { coverage }), place: '' });
}

/** One place for the rules of settings: the parser, whatever their form was. */
function valid(fact: Fact<readonly unknown[]>, place: string): Result<Fact<readonly AlertSetting[]>, Fault> {
  if (fact.status === 'unknown') return ok(fact);
  return parseAlertSettings(fact.value)
    .map((value) => ({ ...fact, value }))
    .mapErr(({ issues: [first, ...rest] }) => {
      const placed = ({ path, message }: typeof first) => ({ path: `${place}${path}`, message });
      return malformed([placed(first), ...rest.map(placed)]);
    });
}
