import type { Result } from 'neverthrow';
import * as z from 'zod/mini';
import { type ErrorType, isErrorType, normalizeErrorTypes } from '../facts/error-type.js';
import { nameKey } from '../facts/keys.js';
import { once } from '../facts/once.js';
import { parseWith } from '../facts/parse-with.js';
import { redacted } from '../facts/redacted.js';
import type { MalformedInput } from '../fault.js';
import { fromCapturedAlertSetting } from './captured-alert-setting.js';
import { notAnErrorType } from './nearest-error-type.js';

/**
 * What happens when a threshold is reached, besides notifying the recipients: nothing, pause (writes wait in the queue), or
 * stop.
 * @public
 */
export type AlertAction = 'none' | 'pause' | 'stop';

/**
 * How long errors are counted together, in the units that the product offers.
 * @public
 */
export interface AlertWindow {
  /** Above 0. */
  readonly length: number;
  readonly unit: 'minutes' | 'hours';
}

/**
 * One alert setting: a number of errors of these types within a time span, and what happens then. Settings are evaluated
 * independently of each other, and each counts the errors of all maps together. The product itself applies a setting only to
 * maps that were started after it was created.
 *
 * Source: *Error management and alert notifications*, 2020-03-13; error types and units: training material.
 *
 * @example
 * ```ts
 * const setting: AlertSetting = {
 *   name: 'Maintenance',
 *   enabled: true,
 *   errorTypes: ['Application error'],
 *   threshold: 10,
 *   window: { length: 15, unit: 'minutes' },
 *   recipients: ['dual-write-admins@contoso.com'],
 *   action: 'pause',
 * };
 * ```
 * @public
 */
export interface AlertSetting {
  /** Distinguished without letter case. */
  readonly name: string;
  readonly enabled: boolean;
  /** An error of any of these counts, each error once. */
  readonly errorTypes: readonly ErrorType[];
  /** The required number of errors, a whole number of at least 1. */
  readonly threshold: number;
  readonly window: AlertWindow;
  /** Email addresses of persons or groups. Personal data: no fault, state or replay repeats them. */
  readonly recipients: readonly string[];
  /** False where the source does not list them, or they were redacted: then `recipients` may lack some. */
  readonly recipientsKnown?: boolean | null | undefined;
  readonly action: AlertAction;
  /** When it was last saved, ISO 8601. A replay does not use it. */
  readonly changedOn?: string | null | undefined;
}

/**
 * Why input is not a list of alert settings.
 * @public
 */
export type AlertSettingsFault = MalformedInput;

const millisecondsPer = { minutes: 60_000, hours: 3_600_000 } as const;

/** The window in milliseconds. */
export function windowInMs({ length, unit }: AlertWindow): number {
  return length * millisecondsPer[unit];
}

/** The range of valid dates in milliseconds: a longer window is not valid. */
const longestWindow = 8.64e15;

/** One error type, or several in one text; a status may be a number. What is not known could never be counted. */
export function errorTypeSchema(): z.ZodMiniType<string, unknown> {
  const text = z
    .string()
    .check(z.trim(), z.refine(isErrorType, { error: ({ input }) => notAnErrorType(String(input)) }));
  return z.pipe(
    z.transform((input) => (typeof input === 'number' ? String(input) : input)),
    text,
  );
}

function buildAlertSettingsSchema() {
  const wholeNumber = 'expected a whole number of at least 1';
  const above0 = 'expected a number above 0';
  const plain = z.strictObject({
    name: z.string().check(z.trim(), z.minLength(1, 'expected text that is not blank')),
    enabled: z._default(z.boolean(), true),
    errorTypes: z.pipe(
      z.array(errorTypeSchema()).check(z.minLength(1, 'expected at least one error type')),
      z.transform((types) => normalizeErrorTypes(types)),
    ),
    threshold: z.int(wholeNumber).check(z.minimum(1, wholeNumber)),
    window: z
      .strictObject({ length: z.number(above0).check(z.positive(above0)), unit: z.enum(['minutes', 'hours']) })
      .check(z.refine((window) => windowInMs(window) <= longestWindow, { path: ['length'], message: 'too long' })),
    recipients: z.pipe(
      z._default(
        z.union([z.string(), z.array(z.string())], {
          error: 'expected email addresses as a list, or as text separated by commas',
        }),
        [],
      ),
      z.transform((input, { issues }) => {
        const isText = typeof input === 'string';
        const addresses = new Map<string, string>();
        for (const [index, part] of (isText ? input.split(/[,;]/) : input).entries()) {
          const address = part.trim();
          if (isText && address === '') continue; // a comma at the end
          if (address === redacted || /^[^\s@,;<>]+@[^\s@,;<>]+$/.test(address)) {
            const key = nameKey(address);
            if (!addresses.has(key)) addresses.set(key, address);
          } else {
            const message = isText ? `number ${index + 1} is not an email address` : 'expected one email address';
            issues.push({ code: 'custom', input, message, ...(isText ? {} : { path: [index] }) });
          }
        }
        return [...addresses.values()];
      }),
    ),
    recipientsKnown: z.nullish(z.boolean()),
    action: z._default(z.enum(['none', 'pause', 'stop']), 'none'),
    changedOn: z.nullish(z.string()),
  });
  const setting = z.pipe(z.pipe(z.transform(fromCapturedAlertSetting), plain), z.transform(withoutRedacted));
  return z.array(setting).check(
    z.superRefine((settings, context) => {
      const places = new Map<string, number>();
      for (const [index, { name }] of settings.entries()) {
        const earlier = places.get(nameKey(name));
        if (earlier === undefined) places.set(nameKey(name), index);
        else context.addIssue({ code: 'custom', path: [index, 'name'], message: `the same name as [${earlier}]` });
      }
    }),
  );
}

/** Nobody can be notified at an address that was redacted. */
function withoutRedacted<Setting extends AlertSetting>(setting: Setting): AlertSetting {
  const recipients = setting.recipients.filter((address) => address !== redacted);
  const isWhole = recipients.length === setting.recipients.length;
  return isWhole ? setting : { ...setting, recipients, recipientsKnown: false };
}

const alertSettingsSchema = /* @__PURE__ */ once(buildAlertSettingsSchema);

/**
 * Untrusted input, parsed JSON for example, as alert settings: a list of settings as written here, as the fact `alertSettings`
 * has them, or as captured from the management gateway (`threshold: { count, interval, unitOfTime }`, without recipients). By
 * default, `enabled` is true, `action` is `'none'` and there are no recipients. Recipients are a list, or one text separated by
 * commas, and appear once each; error types get their documented spelling if they have one.
 *
 * @returns the settings in their order, or every place that is wrong: a threshold that is not a whole number of at least 1, a
 *   window without length, an error type that is not known, a name that occurs twice
 *
 * @example
 * ```ts
 * const settings = parseAlertSettings(JSON.parse(text)).unwrapOr([]);
 * ```
 * @public
 */
export function parseAlertSettings(input: unknown): Result<readonly AlertSetting[], AlertSettingsFault> {
  return parseWith(alertSettingsSchema(), input);
}
