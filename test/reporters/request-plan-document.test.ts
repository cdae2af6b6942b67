import { describe, expect, test } from 'vitest';
import { requestPlanDocument, type ShownRequestPlan } from '../../src/reporters/documents/request-plan-document.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { type PlanInput, planRequests, type SyncErrorRecord } from '../../src/sync-errors/index.js';
import { textsOf } from '../support/document-texts.js';
import { hostileTexts } from '../support/hostile-report.js';
import { manyRecords, sampleRecords } from '../support/sync-errors.js';

const ofJob = (name: string) => sampleRecords().filter(({ integrationJob }) => integrationJob === name);
const customers = ofJob('Customers and addresses');

function shown(records: readonly SyncErrorRecord[], given: Partial<PlanInput> = {}): ShownRequestPlan {
  const job = { name: records[0]?.integrationJob ?? '', status: 'active' } as const;
  const input: PlanInput = { action: 'retry', job, queued: [], records, ...given };
  const [planned, rehearsed] = [
    planRequests(input),
    planRequests({ ...input, job, confirmDismissal: 'dismiss-permanently' }),
  ];
  const faults = [planned, rehearsed].flatMap((plan) => (plan.verdict === 'obstructed' ? [plan.fault] : []));
  return { records, ofOtherJobs: 0, plan: rehearsed, faults };
}

const queue = (count: number, recordIds: readonly string[] = []) =>
  Array.from({ length: count }, (_, index) => ({
    id: `q${index}`,
    job: 'Vendors',
    action: 'retry' as const,
    recordIds,
    status: 'queued' as const,
  }));
const vendors = ofJob('Vendors');

test.each<[string, ShownRequestPlan, readonly (string | RegExp)[]]>([
  [
    'rows, what is left out and other jobs',
    { ...shown([...customers, ...customers.slice(0, 1)]), ofOtherJobs: 142 },
    [
      /Retry 36 of 49 rows \(1 request, possible in part\)/i,
      '49 rows are selected: 36 rows go in 1 request and 13 rows are not included.',
      'Customers and addresses',
      'This is only a plan: nothing has been sent.',
      'preview',
      /36 rows, \S+ \((2026-11-18 06:07:00|November 18, 2026, 06:07) UTC\) to \S+ \(.*\), as retry-/,
      /Concurrency failure, replaced by a newer change \(12 rows\): /,
      'What to do: Do not retry it',
      /Selected more than once \(1 row\): /,
      '142 selected rows belong to other jobs: plan each job by itself.',
    ],
  ],
  [
    'an inactive job',
    shown(vendors, { job: { name: 'Vendors', status: 'inactive' } }),
    [/not possible now/i, 'The job Vendors is inactive', 'What to do: Start the job Vendors in', /142 rows, /],
  ],
  [
    'a job of unknown status',
    shown(vendors, { job: { name: 'Vendors', status: 'unknown' } }),
    ['Whether the job Vendors is active is not known'],
  ],
  [
    'a dismissal that is not confirmed',
    shown(vendors, { action: 'dismiss' }),
    [
      /Dismiss 142 rows \(1 request, not possible now\)/i,
      /Dismissal is permanent/i,
      'Dismissed rows can be neither reported nor retried, and this cannot be undone.',
      'confirm with "dismiss-permanently"',
      '--confirm-dismissal',
    ],
  ],
  [
    'a full queue',
    shown(vendors, { queued: queue(5) }),
    [
      /\(no request, not possible now\)/i,
      /In the queue: q0[; ]+q1/,
      '142 rows remain: a job has room for 5 requests of 10,000 rows.',
    ],
  ],
  [
    'rows that are in a request',
    shown(vendors, {
      queued: queue(
        1,
        vendors.map(({ id }) => id),
      ),
    }),
    [/Already in a request \(142 rows\): /, 'None of the selected rows can be sent'],
  ],
  [
    'more than the queue takes',
    shown(manyRecords(60_001).map((record) => ({ ...record, integrationJob: 'One', category: 'system' }))),
    [
      /Retry 50,000 of 60,001 rows \(5 requests, possible in part\)/i,
      '60,001 rows are selected: 50,000 rows go in 5 requests and 10,001 rows remain.',
      /10,000 rows, row-40000 \(.*\) to row-49999/,
      '10,001 rows remain',
    ],
  ],
  [
    'how the rows are sent by hand',
    shown(customers),
    [
      /How to send them/i,
      'Data management > Dual-write > Integration jobs and select Customers and addresses. Its status must be Active.',
      'Open its Sync errors tab.',
      'select Retry.',
      'Leave the page open: it is blocked until all selected rows are queued',
      'dual-write-health errors mark-sent plan.json',
      'Created on is when the error row was written, not when the business record was created or changed.',
      /Created on from[ |]+Created on to[ |]+Entity[ |]+Data source/,
      /36[ |]+.*UTC[ |]+.*UTC[ |]+CDS Parties.{1,3}Customers V3.{1,3}Units/,
    ],
  ],
  [
    'a request that was not written to its end',
    { ...shown(vendors), torn: { type: 'invalid-json', line: 1_003, because: 'it is not JSON', text: '{"id' } },
    ['The last request in the file beside the rows is incomplete (line 1,003) and does not count'],
  ],
  [
    'lines that could not be read',
    {
      ...shown(vendors),
      corrupt: { count: 1, lines: [{ type: 'invalid-json', line: 7, because: 'it is not JSON', text: 'torn' }] },
    },
    ['1 line could not be read and is not counted.', 'line 7: it is not JSON'],
  ],
])('%s', (_, plan, parts) => {
  for (const text of Object.values(textsOf(requestPlanDocument(plan)))) {
    for (const part of parts) expect(text).toMatch(typeof part === 'string' ? new RegExp(literal(part)) : part);
  }
});

function literal(text: string): string {
  return text.replace(/[.()*+?]/g, '\\$&');
}

test('on a terminal', () => {
  const records = customers.slice(0, 4);
  expect(toPretty(requestPlanDocument(shown(records, { action: 'dismiss' })))).toMatchInlineSnapshot(`
    "DISMISS 4 ROWS (1 REQUEST, NOT POSSIBLE NOW)  Customers and addresses
    This is only a plan: nothing has been sent.
    ? Managing errors of dual-write async is a Microsoft preview feature: it can change, and is not meant for production.

    NOT POSSIBLE NOW
      ✖ Dismissed rows can be neither reported nor retried, and cannot be restored
        • What to do: Save the rows if anyone may need them, then confirm with "dismiss-permanently".

    REQUESTS
      1. 4 rows, 10000000-5e0a-4c1f-9d2e-a00000000000 (2026-11-18 06:07:00 UTC) to 10009aab-5e0a-4c1f-9d2e-a0000007fd7d (2026-11-18 09:33:00 UTC), as dismiss-c9c930c27edfafaaf651115d24196b77

    HOW TO SEND THEM
      1. In finance and operations, open Data management > Dual-write > Integration jobs and select Customers and addresses. Its status must be Active.
      2. Open its Sync errors tab.
      3. For each request, in this order: filter by date and time, entity and data source as listed here, select the rows of the request and no others, and select Dismiss. Plans of rows that were chosen with \`--from\`, \`--to\`, \`--entity\` and \`--data-source\` fit these filters best.
      4. Leave the page open: it is blocked until all selected rows are queued, which takes longer the more there are, and shows the result only then. The requests themselves run in the background.
      5. Record what was sent, so that the next plan leaves it out: save this plan with \`--format json -o plan.json\`, and run \`dual-write-health errors mark-sent plan.json\`; with \`--ended completed\` or \`--ended failed\` when the requests have ended.
      Created on is when the error row was written, not when the business record was created or changed. Times here are in UTC; the page may show them in another time zone.
      Request  Rows  Created on from          Created on to            Entity                     Data source
      1        4     2026-11-18 06:07:00 UTC  2026-11-18 09:33:00 UTC  CDS Parties; Customers V3  Finance and operations

    DISMISSAL IS PERMANENT
      Dismissed rows can be neither reported nor retried, and this cannot be undone.
      Confirm it with \`dismiss-permanently\` (\`--confirm-dismissal\` on the command line, \`confirmDismissal\` in code).
    "
  `);
});

describe('the verdict, in words too', () => {
  const torn = { count: 1, lines: [] };
  const retriable = vendors.slice(0, 2);
  test.each<[string, ShownRequestPlan, string, string]>([
    ['all', shown(retriable), 'Retry 2 rows (1 request, possible)', 'passed'],
    [
      'unreadable lines',
      { ...shown(retriable), corrupt: torn },
      'Retry 2 rows (1 request, possible in part)',
      'warning',
    ],
    ['no rows', { ...shown([]), faults: [] }, 'No rows to retry', 'warning'],
    ['no rows to dismiss', { ...shown([], { action: 'dismiss' }), faults: [] }, 'No rows to dismiss', 'warning'],
    [
      'nothing to send',
      { ...shown(customers.filter(({ category }) => category === 'concurrency').slice(0, 1)), faults: [] },
      'Retry 1 row (no request, nothing to send)',
      'warning',
    ],
  ])('%s', (_, plan, heading, mark) => {
    expect(requestPlanDocument(plan)).toMatchObject({ heading, mark });
  });
});

test('the same reason is given once', () => {
  const { faults, ...plan } = shown(vendors, { queued: queue(5) });
  expect(faults).toHaveLength(2);
  expect(toPretty(requestPlanDocument({ ...plan, faults })).match(/✖/g)).toHaveLength(1);
});

test('very many rows that are left out', () => {
  const records = manyRecords(50_000).map((record) => ({
    ...record,
    integrationJob: 'One',
    category: 'concurrency' as const,
  }));
  const document = requestPlanDocument(shown(records));
  expect(toPretty(document)).toContain('… and 49,990 more rows');
  expect(toPretty(document).length + toMarkdown(document).length).toBeLessThan(5_000);
});

describe('hostile text', () => {
  const documentWith = (text: string) => {
    const fields = { integrationJob: text, entity: text, message: text, createdOn: text };
    const records = customers.slice(0, 2).map((record, index) => ({ ...record, ...fields, id: `${index}${text}` }));
    const { plan, ...others } = shown(records);
    return requestPlanDocument({
      ...others,
      plan: { ...plan, job: text },
      ofOtherJobs: 1,
      faults: [{ type: 'queue-full', because: text, job: text, open: [text], whatToDo: text }],
      corrupt: { count: 1, lines: [{ type: 'malformed', line: 1, because: text, text }] },
    });
  };
  test.each(Object.entries(hostileTexts))('%s stays text', (_, text) => {
    const [pretty, markdown] = [toPretty(documentWith(text)), toMarkdown(documentWith(text))];
    expect(pretty).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    expect(pretty.split('\n').length).toBe(toPretty(documentWith('plain')).split('\n').length);
    expect(markdown.split('\n').length).toBe(toMarkdown(documentWith('plain')).split('\n').length);
    expect(markdown.replace(/\\.|`[^`]*`/g, '')).not.toMatch(/<script|javascript:|@evil/);
  });
});
