import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseReport } from '../../src/index.js';

const text = readFileSync(new URL('./fixtures/0.1.0/report-health-check.json', import.meta.url), 'utf8');

/** A report whose first finding has this argument. */
function reportWith(argument: unknown) {
  const report = JSON.parse(text);
  const failed = report.outcomes.find(({ status }: { status: string }) => status === 'failed');
  failed.findings[0].args = { argument };
  return report;
}

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`);
const within: { inner?: unknown } = {};
within.inner = [within, within];

describe('arguments of findings are any JSON', () => {
  test.each([null, 'a', -1.5, true, [], {}, { list: [{ a: [null] }] }, nested(400)])('%j', (argument) => {
    const report = reportWith(argument);
    expect(parseReport(report)._unsafeUnwrap()).toEqual(report);
  });

  test.each([
    ['nested deeper than the stack reaches', nested(100_000)],
    ['nested deeper than any report', nested(500)],
    ['what contains itself', within],
  ])('but not %s: a fault, and nothing is thrown', (_name, argument) => {
    expect(parseReport(reportWith(argument))._unsafeUnwrapErr()).toEqual({
      type: 'malformed',
      because: 'expected values nested at most 500 deep',
      issues: [{ path: '', message: 'expected values nested at most 500 deep' }],
    });
  });

  test.each([undefined, Number.NaN, () => 'a'])('nor %s', (argument) => {
    const { because } = parseReport(reportWith([argument]))._unsafeUnwrapErr();
    expect(because).toMatch(/^outcomes\[\d+\]\.findings\[0\]\.args\.argument\[0\]: expected a string, found .+; or: /);
  });
});
