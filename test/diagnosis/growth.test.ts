import { describe, expect, test } from 'vitest';
import { topics } from '../../src/diagnosis/all-topics.js';
import { diagnose, diagnoseLines } from '../../src/diagnosis/index.js';
import type { Signature } from '../../src/diagnosis/topic.js';
import { processorTime } from '../support/processor-time.js';
import { matchesSignature } from './matches-signature.js';

/*
 * Nobody may be able to stall a log reader with a text. Each signature meets texts made to hurt it: its own words over and
 * over, cut off before they are complete. Eight times the text may take eight times as long; a search that starts again at
 * every place would take sixty-four times. What counts is the growth, in the best of several runs.
 */
const signatures = topics.flatMap((topic) =>
  topic.signatures.map((signature, index) => ({ id: topic.id, topic, index, signature })),
);

describe.each(signatures)('$id, signature $index', ({ topic, signature }) => {
  test.each(Object.entries(hurtful(signature)))('%s: time grows with the text', (_name, repeat) => {
    expect(growth((text) => void matchesSignature(topic, signature, text), repeat)).toBeLessThan(24);
  });
});

test.each([
  ['backslashes', '\\'],
  ['escapes', '\\\\u0022\\\\n'],
  ['ampersands', '&amp;'],
  ['open tags', '<a '],
  ['quotes', '"\'“'],
  ['spaces', ' \t'],
  ['lines of a mail', '\n> > > '],
  ['codes', 'DWDVEV1003: USMF, '],
  ['brackets', '[({'],
  ['maps', 'Customers V3 (accounts), '],
  ['maps in another form', 'accounts - Customers V3, '],
  ['long names', 'Customers V3 - A - '],
  ['writes that failed', 'Unable to write data to entity accounts. Writes to X failed with error message '],
  ['writes of which the end is missing', 'Writes to Customers V'],
  ['codes of Dataverse', 'status code BadRequest and CDS error code : 0x80040265 response message: '],
  ['records', '"RecordError0":"Write failed for entity X with unknown exception - '],
  ['responses', '{"entityName":"X","recordResponses":[{"errorMessage":"'],
  ['plug-ins', 'DualWriteRuntime.Plugins.PostCommitPlugin: System.Exception: failed - ('],
  ['known errors in writes', "Unable to write data to entity accounts. Party record not found for party type 'A'. "],
  ['dots and brackets', '.,;)'],
])('all together, %s: time grows with the text', (_name, piece) => {
  const repeat = (times: number) => `DWFOEV1003 dual-write ${piece.repeat(times)}`;
  expect(growth((text) => void diagnose(text), repeat)).toBeLessThan(24);
});

test('any number of places does not end in an exception', () => {
  const many = "Unable to write data to entity accounts. Party record not found for party type 'A'. ".repeat(20_000);
  expect(diagnose(many)[0]?.id).toBe('party-record-not-found');
});

test('a stream of any length is read in bounded memory: only what is reported is kept', async () => {
  async function* log() {
    for (let index = 0; index < 200_000; index += 1)
      yield index % 10 === 0 ? `Unable to build dual-write lookup metadata ${index}` : `line ${index}`;
  }
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const summary = await diagnoseLines(log());
  globalThis.gc?.();
  expect(summary.topics[0]).toMatchObject({ count: 20_000 });
  expect(summary.unrecognized).toBe(180_000);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(60 * 2 ** 20);
});

/** The words of a signature, without their end, again and again. */
function hurtful({ all }: Signature): Readonly<Record<string, (times: number) => string>> {
  const words = all
    .map((part) => (typeof part === 'string' ? part.replace(/\{[^}]*\}/g, "'x'") : `${part.anchor} '1.2' `))
    .join(' ');
  const cut = words.slice(0, -2);
  const half = words.slice(0, words.length / 2);
  const start = words.split(' ').slice(0, 2).join(' ');
  return {
    'cut off': (times) => `${cut} `.repeat(times),
    halves: (times) => `${half} `.repeat(times) + words.slice(-3),
    'its beginning, then noise': (times) => `${start} ${'a '.repeat(20)}`.repeat(times),
  };
}

/** How many times longer eight times the text takes. */
function growth(run: (text: string) => void, repeat: (times: number) => string): number {
  const small = repeat(150);
  const large = repeat(1_200);
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 6 && best > 12; attempt += 1) {
    const base = Math.max(timed(run, small), 0.05); // below that, the clock is all there is to see
    best = Math.min(best, timed(run, large) / base);
  }
  return best;
}

function timed(run: (text: string) => void, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    best = Math.min(
      best,
      processorTime(() => run(text)),
    );
  }
  return best;
}
