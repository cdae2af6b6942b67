import { onlyObject, type RecognizeJson } from '../json-content.js';

/** Two reports or two snapshots compared, as `compare` writes them. */
export const comparison: RecognizeJson = (content) => {
  const value = onlyObject(content);
  return (value?.kind === 'reports' || value?.kind === 'snapshots') && 'before' in value && 'after' in value
    ? { kind: 'comparison', comparison: value, lacks: [] }
    : undefined;
};

/** Any other JSON that a command of ours wrote: it says its `schemaVersion` and its `kind`. */
export const result: RecognizeJson = (content) => {
  const value = onlyObject(content);
  if (value?.schemaVersion !== 1) return undefined;
  if (Array.isArray(value.diagnoses)) return { kind: 'result', of: 'diagnoses', value, lacks: [] };
  return typeof value.kind === 'string' && kindsOfResults.has(value.kind)
    ? { kind: 'result', of: value.kind, value, lacks: [] }
    : undefined;
};

/** The page *Showing results* lists the command of each. */
export const kindsOfResults: ReadonlySet<string> = /* @__PURE__ */ new Set([
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
