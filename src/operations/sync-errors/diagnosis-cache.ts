import { topics } from '../../diagnosis/all-topics.js';
import { diagnose } from '../../diagnosis/diagnose.js';
import { once } from '../../facts/once.js';

/** The problem that a text tells of, as far as groups need it. */
export interface KnownProblem {
  /** The id of the topic. */
  readonly id: string;
  readonly code: string | undefined;
  readonly title: string;
}

/**
 * Diagnoses messages, most of which differ from earlier ones in numbers and ids alone: those are looked up. What it keeps is
 * bounded in entries and in characters.
 *
 * @returns the innermost cause, or `undefined` where nothing is recognised
 */
export function diagnosisCache(): (message: string) => KnownProblem | undefined {
  // The very same texts first: that spares the rest in logs that repeat themselves. The first ones stay.
  const same = new Map<string, KnownProblem | undefined>();
  let sameLength = 0;
  // Texts that are alike, in two generations: what is used moves to the young one, and the old one is thrown away whole.
  let young = new Map<string, KnownProblem | undefined>();
  let old = new Map<string, KnownProblem | undefined>();
  let youngLength = 0;

  return (message) => {
    const known = same.get(message);
    if (known !== undefined || same.has(message)) return known;
    const text = message.length > mostCharacters ? message.slice(0, mostCharacters) : message;
    const problem = alike(text);
    if (same.size < mostSame && sameLength + text.length < mostLength && text === message) {
      same.set(text, problem);
      sameLength += text.length;
    }
    return problem;
  };

  function alike(text: string): KnownProblem | undefined {
    const key = shapeOf(text);
    const known = young.get(key);
    if (known !== undefined || young.has(key)) return known;
    const problem = old.has(key) ? old.get(key) : problemOf(text);
    if (young.size >= mostAlike || youngLength + key.length > mostLength) {
      old = young;
      young = new Map();
      youngLength = 0;
    }
    young.set(key, problem);
    youngLength += key.length;
    return problem;
  }
}

/** More of one message says nothing new. */
const mostCharacters = 65_536;
const mostSame = 1_024;
const mostAlike = 16_384;
/** Characters of all keys of a map: 4 MB, or 8 where they are not Latin. */
const mostLength = 4_000_000;

function problemOf(text: string): KnownProblem | undefined {
  const [cause] = diagnose(text);
  return cause && { id: cause.id, code: cause.code, title: cause.title };
}

/**
 * A text without what tells two messages of the same kind apart and no diagnosis looks at: GUIDs, long numbers in hexadecimal,
 * and numbers that stand in no signature. Codes and the numbers of signatures (`403`, `0x80040265`) stay, as do all letters.
 */
export function shapeOf(text: string): string {
  let shape = '';
  let done = 0;
  let start = 0;
  let hasDigit = false;
  for (let at = 0; at <= text.length; at += 1) {
    const kind = kindOf(text.charCodeAt(at)); // of nothing: no part of a word
    if (kind === digit) hasDigit = true;
    if (kind !== other) continue;
    if (hasDigit) {
      const word = text.slice(start, at);
      const plain = shapeOfWord(word);
      if (plain !== word) {
        shape += text.slice(done, start) + plain;
        done = at;
      }
      hasDigit = false;
    }
    start = at + 1;
  }
  return done === 0 ? text : shape + text.slice(done);
}

const other = 0;
const letter = 1;
const digit = 2;

/** A hyphen counts as a letter: GUIDs and numbers of business records are one word. */
function kindOf(code: number): number {
  if (code >= 48 && code <= 57) return digit;
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || code === 45 || code === 95 ? letter : other;
}

function shapeOfWord(word: string): string {
  if (word.length >= 16 && isHexadecimal.test(word))
    return guid.test(word) ? '\u0001' : word.length > 64 ? '\u0003' : '\u0002';
  if (keepsItsNumber.test(word)) return word;
  return word.replace(number, (digits) => {
    if (numbersOfSignatures().has(digits)) return digits;
    // A count of nothing is another thing than a count.
    return digits.startsWith('0') ? '0' : digits.length > 9 ? '7777777777' : '7';
  });
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const isHexadecimal = /^[0-9a-f-]+$/i;
const number = /\d+/g;
/** The vendor's codes, known or not, results of Windows in both spellings, and names of dual-write projects. */
const keepsItsNumber = /ev\d|dipv\d|^-?0x|^-?21470|^-?2147220|^dw/i;

/** Every number that a signature names. Some are bounds of repetitions, which does no harm. */
const numbersOfSignatures = /* @__PURE__ */ once((): ReadonlySet<string> => {
  const parts = topics.flatMap(({ signatures }) => signatures.flatMap(({ all, none = [] }) => [...all, ...none]));
  return new Set(parts.flatMap((part) => (typeof part === 'string' ? part : part.find.source).match(/\d+/g) ?? []));
});
