// cspell:ignore couldnt timedout
import { describe, expect, test } from 'vitest';
import * as failures from '../../src/diagnosis/connection-failures.js';
import type { Pattern } from '../../src/diagnosis/topic.js';

/** What a sentence of .NET says, and the host that it names. */
const cases: readonly [text: string, name: keyof typeof failures, host?: string][] = [
  ['The remote name could not be resolved', 'unresolvedName'],
  ["The remote name couldn't be resolved", 'unresolvedName'],
  ['The remote name couldnt be resolved', 'unresolvedName'],
  ["The remote name could not be resolved: 'contoso.crm4.dynamics.com'", 'unresolvedName', 'contoso.crm4.dynamics.com'],
  ['THE REMOTE NAME COULD NOT BE RESOLVED', 'unresolvedName'],
  ['NO SUCH HOST IS KNOWN', 'unknownHost'],
  ['No such host is known.', 'unknownHost'],
  ['No such host is known. (contoso-1.cloudax.dynamics.com:443)', 'unknownHost', 'contoso-1.cloudax.dynamics.com'],
  ['Unable to connect to the remote server', 'noConnection'],
  ['No connection could be made because the target machine refused it', 'noConnection'],
  ['The underlying connection was closed', 'noConnection'],
  ['The SSL connection could not be established', 'noConnection'],
  ['The SSL connection couldnt be established', 'noConnection'],
  ["The SSL connection couldn't be established", 'noConnection'],
  ['A task was canceled.', 'canceled'],
  // cspell:disable
  ['A task was cancelled.', 'canceled'],
  ['The operation was canceled.', 'canceled'],
  ['The operation was cancelled.', 'canceled'],
  ['System.Threading.Tasks.TaskCanceledException', 'canceled'],
  ['TaskCancelledException', 'canceled'],
  // cspell:enable
  ['The operation has timed out', 'timedOut'],
  ['The operation has timed-out', 'timedOut'],
  ['The operation has timedout', 'timedOut'],
  ['The request timed out', 'timedOut'],
  ['The request timed-out', 'timedOut'],
  ['The request timedout', 'timedOut'],
  ['Execution Timeout Expired.', 'timeout'],
  ['SQL timeout', 'timeout'],
  ['HttpClient.Timeout of 100 seconds elapsing', 'timeout'],
  ['(504) Gateway Timeout', 'timeout'],
  ['GatewayTimeout', 'timeout'],
  ['RequestTimeout', 'timeout'],
];

describe('connections that failed', () => {
  const all: Readonly<Record<string, Pattern>> = failures;
  test.each(cases)('%s', (text, name, host) => {
    const found = Object.keys(all).filter((one) => all[one]?.find.test(text));
    expect(found).toEqual([name]);
    expect(all[name]?.find.exec(text)?.groups?.host).toBe(host);
    expect(text.toLowerCase()).toContain(all[name]?.anchor);
    expect(all[name]?.anchor).toMatch(/^[a-z]+$/);
  });

  test.each(['The name could not be resolved', 'a task was scheduled', 'The timeout is 100', 'Unable to connect'])(
    'not: %s',
    (text) => expect(Object.keys(all).filter((one) => all[one]?.find.test(text))).toEqual([]),
  );
});
