import type { Preset } from '../../govern/presets.js';
import { isRecord, onlyObject, type RecognizeJson } from '../json-content.js';

/** The settings of a team: every property is one of them. What is wrong with them, `parseConfig` says. */
export const config: RecognizeJson = (content) => {
  const value = onlyObject(content);
  if (value === undefined) return undefined;
  const keys = Object.keys(value);
  const isConfig = keys.every((key) => key === '$schema' || settings.has(key)) && isOurs(value);
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

/** Other programs have rules and presets too: here, rules have codes, and presets have names that are known. */
function isOurs({ $schema, rules, preset, ...others }: Readonly<Record<string, unknown>>): boolean {
  const hasCode = isRecord(rules) && Object.keys(rules).some((code) => /^(?:DW|DIPV)[A-Z]*\d/i.test(code));
  return Object.keys(others).length > 0 || hasCode || presets.some((name) => name === preset);
}

const presets: readonly Preset[] = ['documented', 'recommended', 'strict', 'go-live'];

function isNamedSchema(schema: unknown): boolean {
  return typeof schema === 'string' && /dual-write-health.*config\.schema\.json$/.test(schema);
}
