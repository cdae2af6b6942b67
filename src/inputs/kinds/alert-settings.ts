import { isRecord, propertyOf } from '../../adapters/lenient-json.js';
import { type AlertSetting, parseAlertSettings } from '../../alerts/alert-setting.js';
import { type Fact, known } from '../../facts/fact.js';
import { nameKey } from '../../facts/keys.js';
import { factEnvelopes } from '../../facts/schemas.js';
import { pagesIn } from '../../maps/pages-in.js';
import { unwrapped } from '../documents-in.js';
import type { InputOf } from '../input.js';
import { pageLacks } from '../page-lacks.js';
import { UnreadRecords } from '../unread-records.js';

/**
 * Alert settings: a list, an envelope or pages of them, the fact `alertSettings` alone, or the settings of a captured connection set
 * alone.
 *
 * @returns `undefined` if nothing in the documents means to be one; those that are not valid are named
 */
export function alertSettingsIn(documents: readonly unknown[]): InputOf<'alert-settings'> | undefined {
  const found = foundAlertSettings(documents);
  if (found === undefined) return undefined;
  const { fact, lacks } = found;
  const settings: AlertSetting[] = [];
  const names = new Set<string>();
  const unread = new UnreadRecords();
  for (const [index, row] of fact.value.entries()) {
    const parsed = parseAlertSettings([row]);
    if (parsed.isErr()) {
      const [{ path, message }] = parsed.error.issues;
      unread.add(index, { path: path.replace(/\[0\]\.?/, ''), message });
      continue;
    }
    for (const setting of parsed.value) {
      if (names.has(nameKey(setting.name)))
        unread.add(index, { path: 'name', message: 'the same name as another one' });
      else settings.push(setting);
      names.add(nameKey(setting.name));
    }
  }
  return { kind: 'alert-settings', settings, lacks: [...lacks, ...unread.lacks()] };
}

/** Settings before they are checked. */
export interface FoundAlertSettings {
  readonly fact: Extract<Fact<readonly unknown[]>, { readonly status: 'known' }>;
  /** Where they are, for a fault that names a place. */
  readonly place: string;
  readonly lacks: readonly string[];
}

/** The settings in documents, whatever their form is; `undefined` if there are none. */
export function foundAlertSettings(documents: readonly unknown[]): FoundAlertSettings | undefined {
  const bodies = documents.map((document) => unwrapped(document).body);
  const [body, ...more] = bodies;
  const alone = more.length > 0 ? undefined : (ofFact(body) ?? ofConnectionSet(body));
  if (alone !== undefined) return alone;
  const pages = bodies.flatMap((one) => pagesIn(one, 0));
  const rows = pages.flatMap(({ rows: own }) => own);
  if (!rows.some(isSetting)) return undefined;
  const lacks = pageLacks(pages);
  return { fact: known(rows, lacks.length === 0 ? {} : { coverage: 'partial', detail: lacks[0] }), place: '', lacks };
}

function ofFact(body: unknown): FoundAlertSettings | undefined {
  if (!isRecord(body) || body.status !== 'known' || !Array.isArray(body.value)) return undefined;
  const settings: readonly unknown[] = body.value;
  // What settings must have is for their parser.
  const envelope = factEnvelopes().alertSettings.safeParse({ ...body, value: [] }).data;
  if (envelope?.status !== 'known' || !settings.some(isSetting)) return undefined;
  const lacks = envelope.coverage === 'partial' ? [envelope.detail ?? 'the other alert settings'] : [];
  return { fact: { ...envelope, value: settings }, place: 'value', lacks };
}

/** `{ alertSettings: [ … ] }`, also in `dualWriteDetail`: a list may be empty here, which says that there are none. */
function ofConnectionSet(body: unknown): FoundAlertSettings | undefined {
  if (isRecord(propertyOf(body, 'environments'))) return undefined; // the whole connection set is a capture
  const listed = propertyOf(propertyOf(body, 'dualWriteDetail') ?? body, 'alertSettings');
  if (!Array.isArray(listed)) return undefined;
  const settings: readonly unknown[] = listed;
  return settings.every(isRecord) ? { fact: known(settings), place: 'alertSettings', lacks: [] } : undefined;
}

/** An alert setting, as the fact has it or as the gateway does: a threshold, and what is counted. */
function isSetting(value: unknown): boolean {
  const threshold = propertyOf(value, 'threshold');
  const isThreshold = typeof threshold === 'number' || isRecord(threshold);
  return isThreshold && (Array.isArray(propertyOf(value, 'errorTypes')) || propertyOf(value, 'window') !== undefined);
}
