import { onlyObject, type RecognizeJson } from '../json-content.js';

/** The settings of a team: every property is one of theirs. What is wrong with them, `parseConfig` says. */
export const config: RecognizeJson = (content) => {
  const value = onlyObject(content);
  if (value === undefined) return undefined;
  const keys = Object.keys(value);
  const isConfig = keys.some((key) => settings.has(key)) && keys.every((key) => key === '$schema' || settings.has(key));
  return isConfig || isNamedSchema(value.$schema) ? { kind: 'config', config: value, lacks: [] } : undefined;
};

const settings: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'preset',
  'rules',
  'failOn',
  'gate',
  'roleModel',
  'timeoutMs',
  'suppressions',
  'suppressionPolicy',
  'baseline',
]);

function isNamedSchema(schema: unknown): boolean {
  return typeof schema === 'string' && /dual-write-health.*config\.schema\.json$/.test(schema);
}
