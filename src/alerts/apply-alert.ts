import { errorText } from '../facts/scrub.js';
import type { FiredAlert } from './fired-alert.js';

/**
 * What a port receives besides the alert.
 * @public
 */
export interface AlertPortContext {
  /** Aborted when the answer is no longer needed. */
  readonly signal: AbortSignal;
}

/**
 * One response to an alert, implemented by the caller. It reports a failure by throwing or rejecting.
 * @public
 */
export type AlertPort = (alert: FiredAlert, context: AlertPortContext) => void | PromiseLike<void>;

/**
 * How a caller acts on alerts. A required port that is missing is reported as such.
 * @public
 */
export interface AlertPorts {
  /** Notifies all recipients at once. Called if there is at least one. */
  readonly notify?: AlertPort | undefined;
  /** Pauses dual-write: writes wait in the queue for at most one day, and a person must resume. */
  readonly pause?: AlertPort | undefined;
  /** Stops dual-write: changes in the meantime are not synchronized. */
  readonly stop?: AlertPort | undefined;
}

/**
 * The outcome of one response to an alert.
 * @public
 */
export type AlertStepResult = { readonly step: 'notify' | 'pause' | 'stop' } & (
  | { readonly status: 'done' }
  /** `detail` does not contain tokens or email addresses. */
  | { readonly status: 'failed'; readonly detail: string }
  /** It was called and never answered: whether it took effect is not known. */
  | { readonly status: 'unknown'; readonly because: 'aborted' }
  /** `recipients-unknown`: the setting notifies somebody, or may, and does not say whom, because it was captured or redacted. */
  | { readonly status: 'not-tried'; readonly because: 'aborted' | 'no-port' | 'recipients-unknown' }
);

/**
 * The outcome of an alert.
 * @public
 */
export interface AppliedAlert {
  /** The name of the setting. */
  readonly name: string;
  /** When it fired, ISO 8601. */
  readonly at: string;
  /** The action first, then the notification; only what the setting requires. */
  readonly steps: readonly AlertStepResult[];
}

/**
 * Performs the responses to a fired alert: its action, and notifying its recipients. Both start at the same time, so that one
 * that fails or hangs does not affect the other. Never rejects; failures are in the result, which is plain data.
 *
 * Source: *Error management and alert notifications*, 2020-03-13.
 *
 * @param options - `signal`: stops waiting for ports that have not answered; ports see it too
 *
 * @example
 * ```ts
 * const { steps } = await applyAlert(alert, { notify: sendMail, pause: pauseMaps }, { signal: AbortSignal.timeout(30_000) });
 * const problems = steps.filter(({ status }) => status !== 'done');
 * ```
 * @public
 */
export async function applyAlert(
  fired: FiredAlert,
  ports: AlertPorts,
  { signal = new AbortController().signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<AppliedAlert> {
  const { name, action, recipients, recipientsKnown } = fired.setting;
  const wanted = [
    ...(action === 'none' ? [] : [action]),
    ...(recipients.length === 0 ? [] : (['notify'] as const)), // a literal: only its type is narrowed
  ];
  const steps = await Promise.all(
    wanted.map(async (step): Promise<AlertStepResult> => ({ step, ...(await call(ports[step], fired, signal)) })),
  );
  return { name, at: fired.at, steps: recipientsKnown === false ? [...steps, notEverybody] : steps };
}

const notEverybody: AlertStepResult = { step: 'notify', status: 'not-tried', because: 'recipients-unknown' };

type Answer = AlertStepResult extends infer Result ? (Result extends unknown ? Omit<Result, 'step'> : never) : never;

function call(port: AlertPort | undefined, fired: FiredAlert, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve) => {
    if (port === undefined) return resolve({ status: 'not-tried', because: 'no-port' });
    if (signal.aborted) return resolve({ status: 'not-tried', because: 'aborted' });
    const onAbort = () => settle({ status: 'unknown', because: 'aborted' });
    signal.addEventListener('abort', onAbort, { once: true });
    // In a separate promise, an error that a port throws before it returns a promise is a rejection too.
    new Promise<void>((done) => done(port(fired, { signal })))
      .then(
        () => settle({ status: 'done' }),
        (error: unknown) => settle({ status: 'failed', detail: errorText(error) }),
      )
      // Thrown values may not be convertible to text.
      .catch(() => settle({ status: 'failed', detail: 'no reason given' }));

    function settle(answer: Answer): void {
      signal.removeEventListener('abort', onAbort);
      resolve(answer);
    }
  });
}
