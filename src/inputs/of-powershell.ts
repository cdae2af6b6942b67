import { isCalendarInstant, isoOf } from '../facts/instant.js';

// cspell:ignore pscustomobject

/*
 * What PowerShell makes of values. `ConvertTo-Json` of Windows PowerShell 5.1: a list becomes an object with its `value` and its `Count`,
 * a list of one its only item, a date `/Date(…)/`, and what is deeper than `-Depth` a text such as `@{name=…}`. `Get-CrmRecords`: rows are
 * in `CrmRecords`.
 */

/** Whether a text may hold what {@link asWritten} changes. */
export function mayBeOfPowerShell(text: string): boolean {
  return /"Count"|"CrmRecords"|\/Date\(|"value"\s*:\s*\{/.test(text);
}

/**
 * A value as it was before `ConvertTo-Json` of Windows PowerShell 5.1.
 *
 * @param depth - of the value in its document; only answers, which are at its top, are taken for lists of one
 */
export function asWritten(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return dateIn(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => asWritten(item, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, asWritten(inner, depth + 1)] as const);
  const { value: inner, ...others } = Object.fromEntries(entries);
  const names = Object.keys(others);
  if (Array.isArray(inner) && names.join() === 'Count' && others.Count === inner.length) return inner;
  if (typeof inner === 'string' && names.length > 0 && names.every(isOfDate) && dateOf(value) !== undefined)
    return inner;
  const { CrmRecords, NextPage } = others;
  if (depth <= 1 && Array.isArray(CrmRecords)) return { value: CrmRecords, ...(NextPage === true ? moreRecords : {}) };
  const isOfOne =
    depth <= 1 && typeof inner === 'object' && inner !== null && !Array.isArray(inner) && names.every(isOfEnvelope);
  return Object.fromEntries(isOfOne ? entries.map(([key, one]) => [key, key === 'value' ? [one] : one]) : entries);
}

/** `Count` is that of the page. */
const moreRecords = { '@Microsoft.Dynamics.CRM.morerecords': true };

function isOfDate(name: string): boolean {
  return name === 'DateTime' || name === 'DisplayHint';
}

function dateOf(value: object): string | undefined {
  return 'value' in value && typeof value.value === 'string' ? dateIn(value.value) : undefined;
}

function isOfEnvelope(name: string): boolean {
  return /^(?:@?odata\.|@(?:context|nextLink|count)$)|^nextLink$/i.test(name);
}

function dateIn(text: string): string | undefined {
  const milliseconds = Number(/^\/Date\((-?\d{1,16})(?:[+-]\d{4})?\)\/$/.exec(text)?.[1] ?? Number.NaN);
  return isCalendarInstant(milliseconds) ? isoOf(milliseconds) : undefined;
}

/** Whether something in a value was deeper than `-Depth` allows: it is a text that cannot be read back. */
export function isCutByDepth(value: unknown): boolean {
  if (typeof value === 'string') return ofDeeper.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(isCutByDepth);
}

/** Whether a text may hold what {@link isCutByDepth} finds. */
export function mayBeCutByDepth(text: string): boolean {
  return text.includes('"@{') || text.includes('System.');
}

const ofDeeper =
  /^(?:@\{[\w.@ -]{1,200}=|System\.(?:Object\[\]|Collections\.[\w.`[\]]{1,100}|Management\.Automation\.PSCustomObject)$)/;
