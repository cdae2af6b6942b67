import { stat } from 'node:fs/promises';
import { err, ok, type Result, ResultAsync } from 'neverthrow';
import { gatewayAdapter } from '../adapters/gateway/gateway-adapter.js';
import { isRecord } from '../adapters/lenient-json.js';
import { type AlertSetting, parseAlertSettings } from '../alerts/alert-setting.js';
import { type Fact, known, unknown } from '../facts/fact.js';
import { gatherSnapshot } from '../facts/gather-snapshot.js';
import { malformed } from '../facts/issues.js';
import { parseJsonText } from '../facts/parse-json-text.js';
import { factEnvelopes } from '../facts/schemas.js';
import type { Fault } from '../fault.js';
import { documentsIn } from '../inputs/documents-in.js';
import type { Input } from '../inputs/input.js';
import { foundAlertSettings } from '../inputs/kinds/alert-settings.js';
import { recognize } from '../inputs/recognize.js';
import type { Complaint } from './command-result.js';
import { inputInWords } from './input-in-words.js';
import { largestWhole } from './largest-whole.js';
import { readInputs } from './read-inputs.js';
import { readText } from './read-text.js';

/**
 * The alert settings in a file: a list of them, a snapshot or other facts, a captured connection set of the gateway, its settings
 * alone, or a HAR file.
 *
 * @returns the settings as a fact, because they may be partial or not known; or why the file does not contain valid ones
 */
export async function readAlertSettings(path: string): Promise<Result<Fact<readonly AlertSetting[]>, Complaint>> {
  if (await isLarge(path)) {
    const [input] = (await readInputs([path])).unwrapOr([]);
    if (input !== undefined) return (await settingsOf(input)).mapErr((fault) => ({ path, ...fault }));
  }
  const text = await readText(path);
  if (text.isErr()) return err(text.error);
  return (await settingsIn(text.value)).mapErr((fault) => ({ path, ...fault }));
}

/** No list of settings is so large, but a HAR file may be, and is read in pieces then. */
async function isLarge(path: string): Promise<boolean> {
  const file = ResultAsync.fromPromise(stat(path), () => undefined);
  return path !== '-' && (await file).map(({ size }) => size > largestWhole).unwrapOr(false);
}

type Settings = Fact<readonly AlertSetting[]>;

/** Settings are checked strictly here: one that is not valid is named by its place, and nothing is replayed without it. */
async function settingsIn(text: string): Promise<Result<Settings, Fault>> {
  const read = documentsIn(text);
  if (read.type === 'broken') return parseJsonText(text).map(() => known([]));
  if (read.type === 'documents') {
    const [lost] = read.lacks;
    const found = foundAlertSettings(read.documents);
    if (found !== undefined && lost !== undefined) return err({ type: 'malformed', because: lost });
    if (found !== undefined) return valid(found.fact, found.place);
    const [only, ...more] = read.documents;
    const none = more.length === 0 ? noneIn(only) : undefined;
    if (none !== undefined) return ok(none);
  }
  return settingsOf(recognize(text));
}

/** An empty list, or a fact alone that says that there are none, or why they are not known. */
function noneIn(value: unknown): Settings | undefined {
  if (Array.isArray(value)) return value.length === 0 ? known([]) : undefined;
  const isFact = isRecord(value) && (value.status === 'known' || value.status === 'unknown');
  const fact = isFact ? factEnvelopes().alertSettings.safeParse(value).data : undefined;
  return fact?.status === 'known' ? { ...fact, value: [] } : fact;
}

async function settingsOf(input: Input): Promise<Result<Settings, Fault>> {
  switch (input.kind) {
    case 'alert-settings':
      return ok(known(input.settings));
    case 'snapshot':
      return valid(input.snapshot.facts.alertSettings ?? notProvided, 'facts.alertSettings.value');
    case 'facts':
      return valid(input.facts.facts.alertSettings ?? notProvided, 'facts.alertSettings.value');
    case 'har':
    case 'gateway-capture': {
      const bodies = input.answers.filter(({ status }) => status === 200).map(({ body }) => body);
      return valid(await ofCapture(bodies), 'alertSettings');
    }
    default:
      return err({ type: 'not-settings', because: inputInWords(input, 'alert settings') });
  }
}

async function ofCapture(bodies: readonly unknown[]): Promise<Fact<readonly unknown[]>> {
  const capture = gatewayAdapter(bodies);
  if (capture.readers.alertSettings === undefined) return notProvided;
  const gathered = await gatherSnapshot(capture, { only: ['alertSettings'] });
  return gathered.map(({ facts }) => facts.alertSettings).unwrapOr(undefined) ?? notProvided; // only a signal could abort it
}

const notProvided = unknown('not-provided', 'the file does not contain alert settings');

/** One place for the rules of settings: the parser, whatever their form was. */
function valid(fact: Fact<readonly unknown[]>, place: string): Result<Settings, Fault> {
  if (fact.status === 'unknown') return ok(fact);
  return parseAlertSettings(fact.value)
    .map((value) => ({ ...fact, value }))
    .mapErr(({ issues: [first, ...rest] }) => {
      const placed = ({ path, message }: typeof first) => ({ path: `${place}${path}`, message });
      return malformed([placed(first), ...rest.map(placed)]);
    });
}
