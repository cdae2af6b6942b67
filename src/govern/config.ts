import type { Result } from 'neverthrow';
import * as z from 'zod/mini';
import { nearest } from '../engine/nearest.js';
import type { RuleSetting } from '../engine/settings.js';
import { once } from '../facts/once.js';
import { parseWith } from '../facts/parse-with.js';
import type { MalformedInput } from '../fault.js';
import { codeAsWritten } from '../rules/code-as-written.js';
import type { RoleModel, Severity } from '../rules/rule.js';
import type { GovernOptions } from './govern.js';
import { type Preset, settingsOf } from './presets.js';
import type { Suppression } from './suppression.js';

/**
 * The settings of a team for its checks: `dual-write-health.config.json`.
 * @public
 */
export interface Config {
  /** The JSON Schema, for editors. */
  readonly $schema?: string | undefined;
  /** Default `recommended`. Everything else here takes precedence over it. */
  readonly preset?: Preset | undefined;
  /** Rules by code: off, another severity, options. */
  readonly rules?: Readonly<Record<string, RuleSetting>> | undefined;
  readonly failOn?: Severity | undefined;
  readonly gate?: 'documented' | 'none' | undefined;
  readonly roleModel?: RoleModel | undefined;
  /** The time limit of each reader of a live service in milliseconds. */
  readonly timeoutMs?: number | undefined;
  readonly suppressions?: readonly Suppression[] | undefined;
  readonly suppressionPolicy?: GovernOptions['suppressionPolicy'];
  /** A file with a baseline or an earlier report, relative to the file with the configuration. */
  readonly baseline?: string | undefined;
}

function buildConfigSchema(): z.ZodMiniType<Config> {
  const severity = z.enum(['error', 'warning']);
  const policy = z.enum(['ignore', 'warn', 'fail']);
  return exactly({
    $schema: z.optional(z.string()),
    preset: z.optional(z.enum(['documented', 'recommended', 'strict', 'go-live'])),
    rules: z.optional(
      z.record(
        z.string(),
        z.union([
          z.enum(['off', 'error', 'warning']),
          exactly({ severity: z.optional(severity), options: z.optional(z.record(z.string(), z.number())) }),
        ]),
      ),
    ),
    failOn: z.optional(severity),
    gate: z.optional(z.enum(['documented', 'none'])),
    roleModel: z.optional(z.enum(['least-privilege', 'system-administrator'])),
    timeoutMs: z.optional(z.number().check(z.positive())),
    suppressions: z.optional(
      z.array(
        exactly({
          rule: z.string(),
          subject: z.optional(z.union([z.string(), exactly({ pattern: z.string() })])),
          open: z.optional(z.literal(true)),
          reason: z.string(),
          expires: z.string(),
          owner: z.optional(z.string()),
        }),
      ),
    ),
    suppressionPolicy: z.optional(exactly({ expired: z.optional(policy), unused: z.optional(policy) })),
    baseline: z.optional(z.string()),
  });
}

/** An object without other keys: an unknown key is an issue that names the nearest key. */
function exactly<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => unknownKey(key, known)).join('; ') : undefined,
  });
}

function unknownKey(key: string, known: readonly string[]): string {
  return `there is no key ${JSON.stringify(key)} here; the nearest one is ${nearest(key, known)[0]}`;
}

/** The zod schema of a configuration. */
export const configSchema = /* @__PURE__ */ once(buildConfigSchema);

/**
 * Checks untrusted input as a configuration. An unknown key is an issue, with the nearest name; whether codes exist is checked
 * when the options are used.
 *
 * @public
 */
export function parseConfig(input: unknown): Result<Config, MalformedInput> {
  return parseWith(configSchema(), input);
}

/**
 * The options of a configuration; its baseline is a file that the caller reads.
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

/** A configuration may have codes in any letter case, like the command line. */
function underTheirCodes(rules: Readonly<Record<string, RuleSetting>>): Readonly<Record<string, RuleSetting>> {
  return Object.fromEntries(Object.entries(rules).map(([code, setting]) => [codeAsWritten(code), setting]));
}
