import { fc } from '@fast-check/vitest';
import type { SyncErrorRecord } from '../../src/sync-errors/index.js';

/** A row, with what a test needs of it. */
export function row(id: string, changes: Partial<SyncErrorRecord> = {}): SyncErrorRecord {
  return {
    id,
    integrationJob: 'Customers',
    entity: 'Customers V3',
    dataSource: 'Dataverse',
    uniqueKey: `CUST-${id}`,
    company: 'USMF',
    code: null,
    message: '',
    category: 'application',
    createdOn: '2026-01-14T10:00:00Z',
    ...changes,
  };
}

/** Rows `r0`, `r1`, … */
export function rows(count: number, changes: Partial<SyncErrorRecord> = {}): readonly SyncErrorRecord[] {
  return Array.from({ length: count }, (_, index) => row(`r${index}`, changes));
}

/** Rows with ids, jobs and categories that get in each other's way. */
export const arbitraryRecords: fc.Arbitrary<readonly SyncErrorRecord[]> = fc.array(
  fc
    .record({
      number: fc.nat(40),
      spelling: fc.constantFrom('r', 'R', ' r'),
      integrationJob: fc.constantFrom('Customers', ' customers', 'Vendors'),
      category: fc.constantFrom('application', 'system', 'concurrency', 'conflict', 'unknown'),
      createdOn: fc
        .integer({ min: 1_768_000_000_000, max: 1_768_020_000_000 })
        .map((instant) => new Date(instant).toISOString()),
    })
    .map(({ number, spelling, ...changes }) => row(`${spelling}${number}`, changes)),
  { maxLength: 60 },
);
