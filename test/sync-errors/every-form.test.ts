import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fc, test as property } from '@fast-check/vitest';
import { afterAll, describe, expect, test } from 'vitest';
import { run as replay } from '../../src/cli/run/alerts-replay.js';
import { run as plan } from '../../src/cli/run/errors-plan.js';
import { run as report } from '../../src/cli/run/errors-report.js';
import { run as summarize } from '../../src/cli/run/errors-summary.js';
import { syncErrorsIn, syncErrorsInCsv } from '../../src/inputs/kinds/sync-errors.js';
import { readSyncErrors } from '../../src/node/index.js';
import { encodings, formRows, rowForms, tableOf } from '../support/sync-error-forms.js';

const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-forms-'));
afterAll(() => rmSync(folder, { recursive: true }));

const settings = fileURLToPath(new URL('../../examples/sync-errors/alert-settings.json', import.meta.url));
let files = 0;

function file(content: string | Uint8Array): string {
  files += 1;
  const path = join(folder, `${files}`);
  writeFileSync(path, content);
  return path;
}

const summaryOf = (...paths: readonly string[]) => summarize({ files: paths });
const planOf = (path: string) => plan({ file: path, action: 'retry', status: 'active' }, { format: 'json' });
const replayOf = (path: string) => replay({ settings, events: path, lateness: 0 });

async function done<T>(
  result: Promise<{ type: 'done'; result: T; exitCode: unknown } | { type: 'could-not-run'; complaint: string }>,
) {
  const outcome = await result;
  if (outcome.type === 'could-not-run') throw new Error(outcome.complaint);
  return outcome;
}

async function complaintOf(result: Promise<{ type: 'done' } | { type: 'could-not-run'; complaint: string }>) {
  const outcome = await result;
  if (outcome.type === 'done') throw new Error('it ran');
  return outcome.complaint;
}

describe.each(Object.entries(rowForms))('%s', (_form, text) => {
  describe.each(Object.entries(encodings))('in %s', (_encoding, encode) => {
    const path = file(encode(text));

    test('the summary', async () => {
      const { result, exitCode } = await done(summaryOf(path));
      expect(result).toMatchObject({ total: 3, first: '2026-11-20T10:01:00.000Z', corrupt: { count: 0 } });
      expect({ lacks: result.lacks, exitCode }).toEqual({ lacks: undefined, exitCode: 1 });
    });

    test('the report', async () => {
      const { result } = await done(report({ files: [path] }));
      expect(result.records).toEqual(formRows);
    });

    test('the plan', async () => {
      const { result, exitCode } = await done(planOf(path));
      expect(result.shown.records).toEqual(formRows);
      expect(result.plan).toMatchObject({ requests: [{ recordIds: ['row-1', 'row-2', 'row-3'] }] });
      expect(exitCode).toBe(0);
    });

    test('the replay', async () => {
      const { result, exitCode } = await done(replayOf(path));
      expect({ accepted: result.events.accepted, lacks: result.lacks, exitCode }).toEqual({
        accepted: 3,
        lacks: undefined,
        exitCode: 1,
      });
    });
  });

  test('readSyncErrors', async () => {
    const rows = [];
    for await (const row of readSyncErrors(file(text), (line) => rows.push(line))) rows.push(row);
    expect(rows).toEqual(formRows);
  });
});

describe('cut off at any place, nothing is lost in silence', () => {
  const cases = Object.entries(rowForms).filter(([form]) => !/spellings|names of properties/.test(form));
  property.prop([fc.constantFrom(...cases), fc.constantFrom(...Object.entries(encodings)), fc.nat()], { numRuns: 600 })(
    'rows count, or it says why not',
    async ([form, text], [, encode], place) => {
      const whole = encode(text);
      const bytes = whole.subarray(0, place % whole.length);
      const path = file(bytes);
      const [summary, replayed] = [await summaryOf(path), await replayOf(path)];
      for (const outcome of [summary, replayed]) {
        if (outcome.type === 'could-not-run') expect(outcome.complaint).toMatch(/^[^\n]{10,500}$/);
      }
      if (summary.type === 'could-not-run') return;
      const { total, corrupt, lacks = [] } = summary.result;
      const begun = rowsBegunIn(form, text.slice(0, Math.max(0, lengthOf(bytes, encode, text))));
      expect(total + corrupt.count + lacks.length).toBeGreaterThanOrEqual(begun);
    },
  );
});

/** How many characters of a text so many bytes hold at least. */
function lengthOf(bytes: Uint8Array, encode: (text: string) => Uint8Array, text: string): number {
  let length = Math.min(text.length, bytes.length);
  while (length > 0 && encode(text.slice(0, length)).length > bytes.length) length -= 1;
  return length;
}

/** How many rows a reader has seen something of. */
function rowsBegunIn(form: string, text: string): number {
  if (!/CSV/.test(form)) return text.match(/row-\d/g)?.length ?? 0;
  return (text.match(/(?:^|\n)row-\d/g) ?? []).length;
}
