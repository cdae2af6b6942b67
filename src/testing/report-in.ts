import { err, ok, type Result } from 'neverthrow';
import { scrub } from '../facts/scrub.js';
import { faultInWords } from '../fault.js';
import type { HealthReport } from '../report/report.js';
import { startOf, visibleStart } from '../reporters/escape.js';
import { linesFor } from './in-words.js';

/** The report in the value under test, which is a report or a `Result` with one; otherwise the message. */
export function reportIn(received: unknown): Result<HealthReport, string> {
  if (isPromise(received))
    return err('expected a report or a Result with one, got a promise: await it first, as in expect(await checking)');
  if (isResult(received))
    return received.match(reportIn, (fault) => err(`expected a report, but the check could not run: ${whyNot(fault)}`));
  if (isReport(received)) return ok(received);
  return err(`expected a report or a Result with one, got ${inWords(received)}`);
}

function isPromise(value: unknown): boolean {
  return isObject(value) && typeof value.then === 'function';
}

/** By its methods, not by its class: there can be several copies of neverthrow. */
function isResult(value: unknown): value is Result<unknown, unknown> {
  return isObject(value) && typeof value.isErr === 'function' && typeof value.match === 'function';
}

/** Recognized by properties that none of our other data has: code that builds a report itself is responsible for the rest. */
function isReport(value: unknown): value is HealthReport {
  return isObject(value) && isHealth(value.health) && Array.isArray(value.outcomes) && isObject(value.facts);
}

function isHealth(value: unknown): boolean {
  return value === 'healthy' || value === 'unhealthy' || value === 'unknown';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function inWords(value: unknown): string {
  if (!isObject(value)) return value === null ? 'null' : typeof value;
  if (isObject(value.facts) && 'takenAt' in value) return 'a snapshot: evaluate it first, with evaluateSnapshot';
  return Array.isArray(value) ? 'a list' : 'something else';
}

/** For a fault: its type, reason, simple properties and a line per issue; for an error: its message first. */
function whyNot(fault: unknown): string {
  if (!isObject(fault)) return words(String(fault));
  const { type, message, because, path, whatToDo, issues, ...rest } = fault;
  const details = Object.entries(rest).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  // The lines include the first issue too.
  const isSaidBelow = Array.isArray(issues) || typeof because !== 'string';
  const why = isSaidBelow ? path : faultInWords({ because, path: textOf(path), whatToDo: textOf(whatToDo) });
  const parts = [
    ...[type, message, why].filter((text) => typeof text === 'string'),
    ...details.map(([name, value]) => `${name}: ${value}`),
  ];
  return [
    parts.map(words).join(', '),
    ...linesFor(Array.isArray(issues) ? issues.filter(isObject) : [], (issue) =>
      words([issue.path, issue.message].filter((text) => text !== '').join(': ')),
    ),
  ].join('\n');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Cut twice, because scrubbing needs complete values, and scrubbing a megabyte takes long. */
function words(text: string): string {
  return visibleStart(scrub(startOf(text, 2000)), 400);
}
