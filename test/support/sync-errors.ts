import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type CorruptLines,
  parseSyncErrorLine,
  type SyncErrorRecord,
  type SyncErrorSummary,
  summarizeSyncErrors,
} from '../../src/sync-errors/index.js';

/** The sample of `examples/sync-errors`. */
export const sampleFile = fileURLToPath(new URL('../../examples/sync-errors/sync-errors.jsonl', import.meta.url));

export function sampleRecords(): readonly SyncErrorRecord[] {
  return readFileSync(sampleFile, 'utf8')
    .split('\n')
    .flatMap((line, index) => parseSyncErrorLine(line, index + 1)._unsafeUnwrap() ?? []);
}

/** Rows of many jobs, entities and hours, of which every tenth is a concurrency failure. */
export function manyRecords(count: number): readonly SyncErrorRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `row-${index}`,
    integrationJob: `Job ${index % 3}`,
    entity: `Entity ${index % 40}`,
    dataSource: index % 2 === 0 ? 'Dataverse' : null,
    uniqueKey: `KEY-${index}`,
    company: `C${index % 60}`,
    code: index % 4 === 0 ? null : `0x8004${index % 90}`,
    message: `Unable to write data to entity table${index}. The record ${index} of the customer group was rejected.`,
    category: index % 10 === 0 ? 'concurrency' : 'application',
    createdOn: new Date(Date.parse('2026-11-18T00:00:00Z') + index * 60_000).toISOString(),
  }));
}

/** The sample with `text` in every place that is free text, and its summary, with a line that could not be read. */
export function hostileErrors(text: string): {
  readonly records: readonly SyncErrorRecord[];
  readonly summary: SyncErrorSummary & {
    readonly corrupt: CorruptLines;
  };
} {
  const records = sampleRecords()
    .slice(0, 25)
    .map((record) => ({
      ...record,
      integrationJob: text,
      entity: text,
      dataSource: text,
      uniqueKey: text,
      company: text,
      code: text,
      message: text,
    }));
  const summary = summarizeSyncErrors(records, { influx: { atLeast: 1, isChangeExpected: () => false } });
  const topics = [
    { id: text, code: text, title: text, whatToDo: text, count: 3, first: null, last: null, examples: [text] },
  ];
  return {
    records,
    summary: {
      ...summary,
      topics,
      corrupt: { count: 1, lines: [{ type: 'malformed', line: 7, because: text, text }] },
    },
  };
}
