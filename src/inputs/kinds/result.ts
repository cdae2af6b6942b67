import { isRecord, onlyObject, type RecognizeJson } from '../json-content.js';

/** Two reports or two snapshots compared, as `compare` writes them. */
export const comparison: RecognizeJson = (content) => {
  const value = onlyObject(content);
  return (value?.kind === 'reports' || value?.kind === 'snapshots') && 'before' in value && 'after' in value
    ? { kind: 'comparison', comparison: value, lacks: [] }
    : undefined;
};

/** Any other JSON that a command of this program wrote: it says its `schemaVersion` and its `kind`. */
export const result: RecognizeJson = (content) => {
  const value = onlyObject(content);
  const requests = content.documents.flat(1);
  if (requests.length > 0 && requests.every(isRequest))
    return { kind: 'result', of: 'requests', value: requests, lacks: [] };
  if (value?.schemaVersion !== 1) return undefined;
  if (Array.isArray(value.diagnoses)) return { kind: 'result', of: 'diagnoses', value, lacks: [] };
  return isKindOfResult(value.kind) ? { kind: 'result', of: value.kind, value, lacks: [] } : undefined;
};

/** A request that was sent or planned, as the file beside the rows and `--queued` have it. */
function isRequest(value: unknown): boolean {
  if (!isRecord(value) || 'schemaVersion' in value) return false;
  return ['id', 'job', 'action'].every((name) => typeof value[name] === 'string') && Array.isArray(value.recordIds);
}

export function isKindOfResult(kind: unknown): kind is string {
  return kindsOfResults.has(kind);
}

/** The page *Showing results* lists the command of each. */
const kindsOfResults: ReadonlySet<unknown> = /* @__PURE__ */ new Set([
  'activity-plan',
  'alert-replay',
  'alert-state',
  'applied-maps',
  'cleanup-plan',
  'diagnosis-log',
  'error-code',
  'fleet',
  'guides',
  'map-list',
  'map-version',
  'maps',
  'marked-requests',
  'results',
  'rule',
  'rules',
  'solution-plans',
  'sync-errors',
  'topic',
  'topic-proposals',
  'unknown-id',
  'urls',
]);
