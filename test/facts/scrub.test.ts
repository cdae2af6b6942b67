import { describe, expect, test } from 'vitest';
import { scrub } from '../../src/facts/scrub.js';

describe('what nobody else should see', () => {
  test.each([
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc-def_1', '[token]'],
    ['Bearer abcdefgh12345678', 'Bearer [token]'],
    ['password=hunter2secret', 'password=[secret]'],
    ['AccountKey=abc+/=; x', 'AccountKey=[secret]; x'],
    ['https://user:pass@contoso.com/x', 'https://[user]@contoso.com/x'],
    ['mail jane.doe@contoso.co.uk now', 'mail [email] now'],
    ['nothing to hide', 'nothing to hide'],
  ])('%s', (text, scrubbed) => expect(scrub(text)).toBe(scrubbed));

  test.each([
    ['plain characters', 'a'],
    ['tokens that are none', 'eyJ-'],
    ['schemes', 'a.'],
    ['at signs', 'a@'],
    ['dots after an at sign', '@a.'],
    ['keys', 'token '],
    ['bearers', 'bearer '],
  ])('%s: time grows with the text', (_name, piece) => {
    expect(growth((text) => scrub(text), piece)).toBeLessThan(24);
  });
});

/** How many times longer eight times the text takes; a search that starts anew at every place takes sixty-four times. */
function growth(run: (text: string) => unknown, piece: string): number {
  const [small, large] = [piece.repeat(4_000), piece.repeat(32_000)];
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 6 && best > 12; attempt += 1) {
    best = Math.min(best, timed(run, large) / Math.max(timed(run, small), 0.05));
  }
  return best;
}

function timed(run: (text: string) => unknown, text: string): number {
  const start = performance.now();
  run(text);
  return performance.now() - start;
}
