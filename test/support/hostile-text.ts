import { fc } from '@fast-check/vitest';
import { hostileTexts } from './hostile-report.js';

/** The words and the marks of the hostile texts, whose new combinations may do what none of them does. */
const pieces = [
  ...new Set(
    Object.values(hostileTexts)
      .filter((text) => text.length < 1_000)
      .flatMap((text) => [text, ...text.split(/(?<=\s)|(?=\s)|\b/)]),
  ),
  ...[
    '\n\n',
    '\n    ',
    '``',
    '\\',
    '\\\\`',
    '|',
    '\n|-|-|\n',
    '](',
    '<!--',
    '&',
    '%',
    '::',
    '\r\n::',
    '{{',
    '\ud83d',
    '\udc00',
  ],
].filter((piece) => piece !== '');

/** A text that tries to be more than text. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((some) => some.join(''));
