import leven from 'leven';
import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod';
import type { RuleSetting } from '../engine/settings.js';
import { describeIssues } from '../facts/issues.js';
import { once } from '../facts/once.js';
import type { Issue } from '../faults.js';
import { codeAsWritten } from '../rules/catalogue.js';
import type { RoleModel, Severity } from '../rules/rule.js';
import type { GovernOptions } from './govern.js';
import { type Preset, settingsOf } from './presets.js';
import type { Suppression } from './suppression.js';

/**
 * What a team settles for its checks: `dual-write-health.config.json`.
 * @public
 */
export interface Config {
  /** The JSON Schema, for editors. */
  readonly $schema?: string | undefined;
  /** Default `recommended`. Everything else here wins over it. */
  readonly preset?: Preset | undefined;
  /** Rules by code: off, another severity, options. */
  readonly rules?: Readonly<Record<string, RuleSetting>> | undefined;
  readonly failOn?: Severity | undefined;
  readonly gate?: 'documented' | 'none' | undefined;
  readonly roleModel?: RoleModel | undefined;
  /** Milliseconds that each reader of a live service has. */
  readonly timeoutMs?: number | undefined;
  readonly suppressions?: readonly Suppression[] | undefined;
  readonly suppressionPolicy?: GovernOptions['suppressionPolicy'];
  /** A file with a baseline or an earlier report, relative to the file with the configuration. */
  readonly baseline?: string | undefined;
}

function buildConfigSchema(): z.ZodType<Config> {
  const severity = z.enum(['error', 'warning']);
  const policy = z.enum(['ignore', 'warn', 'fail']);
  return z.strictObject({
    $schema: z.string().optional(),
    preset: z.enum(['documented', 'recommended', 'strict', 'go-live']).optional(),
    rules: z
      .record(
        z.string(),
        z.union([
          z.enum(['off', 'error', 'warning']),
          z.strictObject({ severity: severity.optional(), options: z.record(z.string(), z.number()).optional() }),
        ]),
      )
      .optional(),
    failOn: severity.optional(),
    gate: z.enum(['documented', 'none']).optional(),
    roleModel: z.enum(['least-privilege', 'system-administrator']).optional(),
    timeoutMs: z.number().positive().optional(),
    suppressions: z
      .array(
        z.strictObject({
          rule: z.string(),
          subject: z.union([z.string(), z.strictObject({ pattern: z.string() })]).optional(),
          open: z.literal(true).optional(),
          reason: z.string(),
          expires: z.string(),
          owner: z.string().optional(),
        }),
      )
      .optional(),
    suppressionPolicy: z.strictObject({ expired: policy.optional(), unused: policy.optional() }).optional(),
    baseline: z.string().optional(),
  });
}

/** The zod schema of a configuration. @internal */
export const configSchema = /* @__PURE__ */ once(buildConfigSchema);

/**
 * Checks untrusted input as a configuration. An unknown key is an issue, with the nearest name; whether codes exist is checked
 * when the options are used.
 *
 * @public
 */
export function parseConfig(input: unknown): Result<Config, readonly [Issue, ...Issue[]]> {
  const parsed = configSchema().safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const [first, ...rest] = parsed.error.issues.map((issue): Issue => {
    if (issue.code !== 'unrecognized_keys') return describeIssues(new z.ZodError([issue]))[0];
    const path = describeIssues(new z.ZodError([issue]))[0].path;
    return { path, message: issue.keys.map((key) => unknownKey(key)).join('; ') };
  });
  return err([first ?? { path: '', message: 'expected a configuration' }, ...rest]);
}

const keys = [
  'preset',
  'rules',
  'failOn',
  'gate',
  'roleModel',
  'timeoutMs',
  'suppressions',
  'suppressionPolicy',
  'baseline',
  'severity',
  'options',
  'rule',
  'subject',
  'open',
  'reason',
  'expires',
  'owner',
  'pattern',
  'expired',
  'unused',
];

function unknownKey(key: string): string {
  const nearest = keys
    .map((known) => ({ known, distance: leven(key.slice(0, 40).toLowerCase(), known.toLowerCase()) }))
    .reduce((best, candidate) => (candidate.distance < best.distance ? candidate : best));
  return `there is no key ${JSON.stringify(key)}; the nearest one is ${nearest.known}`;
}

/**
 * The options that a configuration stands for; its baseline is a file, and for the caller to read.
 *
 * @example
 * ```ts
 * const report = evaluateSnapshot(snapshot, optionsOfConfig({ preset: 'strict' }));
 * ```
 * @public
 */
export function optionsOfConfig(config: Config): Omit<Config, '$schema' | 'preset' | 'baseline'> {
  const { $schema: _schema, preset = 'recommended', baseline: _baseline, ...own } = config;
  const settings = settingsOf(preset);
  return {
    ...settings,
    ...own,
    rules: { ...settings.rules, ...underTheirCodes(own.rules ?? {}) },
    suppressionPolicy: { ...settings.suppressionPolicy, ...own.suppressionPolicy },
  };
}

/** A configuration may have codes in any letter case, as the command line. */
function underTheirCodes(rules: Readonly<Record<string, RuleSetting>>): Readonly<Record<string, RuleSetting>> {
  return Object.fromEntries(Object.entries(rules).map(([code, setting]) => [codeAsWritten(code), setting]));
}
