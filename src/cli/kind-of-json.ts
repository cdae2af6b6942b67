import { parseActivityEvent } from '../activity/parse-activity-event.js';
import { isRecord } from '../adapters/lenient-json.js';
import { isHar } from '../adapters/recorded/har-answers.js';
import { isMapRow } from '../maps/is-map-row.js';
import { isReport } from '../report/is-report.js';

/** How each kind of JSON is recognized; the first one that fits counts. */
const kinds = {
  report: isReport,
  snapshot: ({ facts }) => isRecord(facts),
  har: isHar,
  'connection-set': ({ environments }) => isRecord(environments),
  'alert-setting': ({ errorTypes, threshold }) => isRecord(threshold) || Array.isArray(errorTypes),
  'sync-error': (value) => 'integrationJob' in value && 'createdOn' in value,
  'captured-map': (value) => 'leftEntity' in value && 'rightEntity' in value,
  'runtime-configuration': (value) => 'msdyn_dualwriteruntimeconfigid' in value,
  'project-configuration': (value) => 'ProjectName' in value && 'ExternalEnvironmentUrl' in value,
  solution: (value) => 'uniquename' in value && 'version' in value,
  'table-metadata': (value) => 'LogicalName' in value && 'EntitySetName' in value,
  'table-map': isMapRow,
  activity: (value) => parseActivityEvent(value).isOk(),
  'error-event': (value) => 'type' in value && 'at' in value,
  result: ({ kind, schemaVersion }) => typeof kind === 'string' && schemaVersion !== undefined,
} as const satisfies Readonly<Record<string, (value: Readonly<Record<string, unknown>>) => boolean>>;

/** What a JSON value of a file is. */
export type KindOfJson = keyof typeof kinds;

/** What a kind is called, and which command takes it. */
export const kindInWords: Readonly<Record<KindOfJson, string>> = {
  report: 'is a report, which `compare` and `baseline` take',
  snapshot: 'is a snapshot, which `check` takes',
  har: 'is a HAR file, which `check --gateway` takes',
  'connection-set': 'is a captured connection set, which `check --gateway` takes',
  'alert-setting': 'holds alert settings, which `alerts replay` takes as its first argument',
  'sync-error': 'holds sync errors, which `errors summary` takes',
  'captured-map': 'holds captured maps, which `check --gateway` takes',
  'runtime-configuration': 'holds runtime configurations',
  'project-configuration': 'holds project configurations',
  solution: 'holds a list of solutions',
  'table-metadata': 'holds metadata of tables',
  'table-map': 'holds table maps, which `maps list` takes',
  activity: 'is an activity log, which `activity` takes',
  'error-event': 'holds error events, which `alerts replay` takes as its second argument',
  result: 'is the result of another command',
};

/** What a JSON value is; `undefined` if that is not known. */
export function kindOfJson(value: unknown): KindOfJson | undefined {
  if (!isRecord(value)) return undefined;
  // Safe: these are the keys of the record above.
  return (Object.keys(kinds) as KindOfJson[]).find((kind) => kinds[kind](value));
}
