import type { Input, InputKind } from '../inputs/input.js';
import { emptyFile } from '../inputs/json-content.js';

/** What each kind is called, and which command takes it; it continues after the name of the file. */
const words: Readonly<Record<Exclude<InputKind, 'unknown' | 'result'>, string>> = {
  'activity-log': 'is an activity log, which `activity` takes',
  'alert-events': 'holds error events, which `alerts replay` takes as its second argument',
  'alert-settings': 'holds alert settings, which `alerts replay` takes as its first argument',
  baseline: 'is a baseline, which `check --baseline` takes',
  comparison: 'is a comparison, which `dual-write-health FILE` shows again',
  config: 'holds settings, which `check --config` takes',
  'error-text': 'is an error text, which `diagnose` takes',
  facts: 'holds facts, which `check --with` takes',
  'gateway-capture': 'is a capture of the Dual-write page, which `check` and `capture` take',
  har: 'is a HAR file, which `check` and `capture` take',
  'map-backup': 'is a backup of table maps, which `maps plan` and `maps list` take',
  'map-rows': 'holds table maps, which `maps list` takes',
  report: 'is a report, which `compare` and `baseline` take',
  'request-plan': 'is a plan of requests, which `errors mark-sent` takes',
  'service-answer': 'is an answer of a service, which `check` and `capture` take',
  snapshot: 'is a snapshot, which `check` takes',
  solution: 'is a solution, which `maps plan` and `maps list` take',
  'solution-part': 'is a file of a solution, whose folder `maps plan` and `maps list` take',
  'sync-errors': 'holds sync errors, which `errors summary` takes',
  'table-metadata': 'holds metadata of tables, which `maps lint --metadata` takes',
};

/**
 * What an input is, and which command takes it: it continues after the name of its file.
 *
 * @param expected - what was looked for, where not everything would do
 */
export function inputInWords(input: Input, expected?: string): string {
  const anything = input.kind === 'unknown' && input.looksLike !== emptyFile ? input.expected : undefined;
  const sought = expected ?? anything;
  return sought === undefined ? kindInWords(input) : `${kindInWords(input)}: expected ${sought}`;
}

/** The same without what was expected, for a sentence that continues. */
export function kindInWords(input: Input): string {
  if (input.kind === 'error-text' && curlyJson.test(input.text))
    return 'is not JSON: its quotation marks are curly, where JSON has straight ones';
  if (input.kind === 'unknown') return input.looksLike === emptyFile ? 'is empty' : `looks like ${input.looksLike}`;
  if (input.kind === 'result' && input.of === 'requests')
    return 'holds requests that were sent, which `errors plan --queued` takes';
  if (input.kind === 'result')
    return `is the result of another command (${input.of}), which \`dual-write-health FILE\` shows again`;
  return words[input.kind];
}

/** What a program for letters makes of JSON. */
const curlyJson = /^\s*[{[]\s*[\u201c-\u201f\u2018-\u201b]/;
