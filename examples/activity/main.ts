/**
 * What a log shows about four maps, and what is done about one of them: its catch-up errors are retried before they are purged,
 * and the log of its error is downloaded. Each plan is shown before it is carried out. The port represents the access to the
 * Dual-write page; this one sends nothing anywhere.
 */
import { readFileSync } from 'node:fs';
import {
  type ActivityAction,
  allowedActions,
  planActivityAction,
  replayActivity,
  retriedCatchUpErrors,
  runActivityPlan,
} from 'dual-write-health/activity';
import { memoryActivityPort } from 'dual-write-health/testing';

const lines = readFileSync(new URL('log.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const { maps } = replayActivity(
  lines.map((line) => JSON.parse(line)),
  { now: '2026-11-20T10:00:00Z' },
);

for (const { map, state, anomalies } of maps) {
  console.log(`${map}: ${state}, which allows ${allowedActions(state).join(' or ') || 'nothing'}`);
  for (const { severity, message } of anomalies) console.log(`  ${severity}: ${message}`);
}

const customers = maps.find(({ map }) => map === 'Customers V3 (accounts)');
if (customers === undefined) throw new Error('expected the customers in the log');

const port = memoryActivityPort({
  stillFailing: { 'q-3': 'The record was changed on both sides.' },
  logs: { 'https://contoso.example/logs/C-2?sig=c2VjcmV0LWtleQ': 'DE-0113: no currency CHF\n' },
});
const actions: readonly ActivityAction[] = [
  { type: 'retry-catch-up-errors', recordIds: 'all' },
  { type: 'download-error-log' },
  { type: 'rerun-initial-sync', records: 'all' },
];
for (const action of actions) {
  const plan = planActivityAction(customers, action);
  if (plan.verdict === 'obstructed') {
    console.log(`${action.type} is refused, since ${plan.fault.because}: ${plan.fault.whatToDo}`);
    continue;
  }
  console.log(`Plan: ${plan.summary}`);
  const run = await runActivityPlan(plan, port, { signal: AbortSignal.timeout(30_000) });
  for (const { request, status } of run.outcomes) console.log(`  ${request.type}: ${status}`);
  if (run.action === 'retry-catch-up-errors') {
    for (const { id, retryStatus } of retriedCatchUpErrors(customers.catchUpErrors, run))
      console.log(`  ${id}: ${retryStatus}`);
  }
}
