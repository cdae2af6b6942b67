import { expect } from 'vitest';
import type { Input } from '../../src/inputs/index.js';

/** What each kind must have, and what is a list in it. */
const parts = {
  snapshot: ['snapshot'],
  facts: ['facts'],
  report: ['report'],
  baseline: ['baseline'],
  comparison: ['comparison'],
  'map-rows': ['documents'],
  'map-backup': ['backup'],
  solution: ['bytes'],
  'solution-part': ['path', 'text'],
  har: ['answers'],
  'gateway-capture': ['answers'],
  'service-answer': ['answers'],
  'table-metadata': ['answers', 'tables'],
  'sync-errors': ['records'],
  'activity-log': ['events'],
  'alert-settings': ['settings'],
  'alert-events': ['events'],
  'request-plan': ['plan'],
  result: ['of', 'value'],
  config: ['config'],
  'error-text': ['text'],
  unknown: ['looksLike', 'expected'],
} as const satisfies Readonly<Record<Input['kind'], readonly string[]>>;

const lists = ['documents', 'answers', 'tables', 'records', 'events', 'settings'];
const texts = ['path', 'text', 'of', 'looksLike', 'expected'];

/** The input, after it was checked for what every input has. */
export function wellFormed(input: Input): Input {
  expect(Array.isArray(input.lacks) && input.lacks.every((lack) => typeof lack === 'string' && lack !== '')).toBe(true);
  for (const lack of input.lacks) expect(lack.length).toBeLessThan(2_000);
  const named = new Map<string, unknown>(Object.entries(input));
  for (const part of parts[input.kind]) {
    const value = named.get(part);
    if (lists.includes(part)) expect(Array.isArray(value), part).toBe(true);
    else if (texts.includes(part)) expect(typeof value === 'string' && value !== '', part).toBe(true);
    else expect(typeof value === 'object' && value !== null, part).toBe(true);
  }
  const known = [...parts[input.kind], 'kind', 'lacks', 'name', 'columns', 'judgedAt', 'explanations'];
  expect([...named.keys()].filter((name) => !known.includes(name))).toEqual([]);
  if (input.kind === 'unknown') expect(input.looksLike.length + input.expected.length).toBeLessThan(2_000);
  expect(typeof JSON.stringify(input)).toBe('string');
  return input;
}
