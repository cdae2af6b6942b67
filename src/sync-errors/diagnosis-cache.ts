import { topics } from '../diagnosis/all-topics.js';
import { diagnose } from '../diagnosis/diagnose.js';
import { once } from '../facts/once.js';

/** The problem that a text tells of, as far as groups need it. */
export interface KnownProblem {
  /** The id of the topic. */
  readonly id: string;
  readonly code: string | undefined;
  readonly title: string;
  /** How it is put right, in short. */
  readonly whatToDo: string;
}

/**
 * Diagnoses messages, most of which differ from earlier ones in numbers and ids alone: those are looked up. What it keeps is
 * bounded in entries and in characters.
 *
 * @returns the innermost cause, or `undefined` where nothing is recognized
 */
export function diagnosisCache(): (message: string) => KnownProblem | undefined {
  const recurring = recurringForms();
  // By shape, in two generations: what is used moves to the young one, and the old one is thrown away whole.
  let young = new Map<string, Entry>();
  let old = new Map<string, Entry>();
  let length = 0;

  return (message) => {
    const form = recurring.find(message);
    if (form !== undefined) return form.problem;
    if (message.length > mostCharacters) return problemOf(message.slice(0, mostCharacters));
    if (marks.test(message)) return problemOf(message);
    const shape = shapeOf(message);
    const known = young.get(shape) ?? old.get(shape);
    const entry = known ?? { problem: problemOf(message), times: 0 };
    entry.times += 1;
    // At powers of two: a form that others push out again and again is not compiled each time.
    if (entry.times >= 4 && (entry.times & (entry.times - 1)) === 0) recurring.add(message, shape, entry.problem);
    if (!young.has(shape)) keep(shape, entry);
    return entry.problem;
  };

  function keep(shape: string, entry: Entry): void {
    if (young.size >= mostShapes || length + shape.length > mostLength) {
      old = young;
      young = new Map();
      length = 0;
    }
    young.set(shape, entry);
    length += shape.length;
  }
}

interface Entry {
  readonly problem: KnownProblem | undefined;
  /** How often its shape was made. */
  times: number;
}

/** More of one message says nothing new. */
const mostCharacters = 65_536;
const mostShapes = 16_384;
/** Characters of all shapes of a generation: 4 MB, or 8 where they are not Latin. */
const mostLength = 4_000_000;

function problemOf(text: string): KnownProblem | undefined {
  const [cause] = diagnose(text);
  return cause && { id: cause.id, code: cause.code, title: cause.title, whatToDo: cause.remediation.summary };
}

interface Form {
  readonly problem: KnownProblem | undefined;
  readonly expression: RegExp;
}

/**
 * Shapes that came more than once, as expressions: one test tells that a message is of a shape, several times faster than its
 * shape is made. A few forms stand behind each beginning of a message, the one that was used last in front.
 */
function recurringForms() {
  const byBeginning = new Map<number, Form[]>();
  return {
    find(message: string): Form | undefined {
      const forms = byBeginning.get(beginningOf(message));
      if (forms === undefined) return undefined;
      for (let place = 0; place < forms.length; place += 1) {
        const form = forms[place];
        if (form?.expression.test(message) !== true) continue;
        if (place > 0) {
          forms.splice(place, 1);
          forms.unshift(form);
        }
        return form;
      }
      return undefined;
    },
    add(message: string, shape: string, problem: KnownProblem | undefined): void {
      if (shape.length > longestForm) return;
      const beginning = beginningOf(message);
      const forms = byBeginning.get(beginning) ?? [];
      if (forms.length === 0) {
        if (byBeginning.size >= mostBeginnings) byBeginning.clear();
        byBeginning.set(beginning, forms);
      }
      if (forms.length >= mostForms) forms.pop();
      forms.unshift({ problem, expression: expressionOf(shape) });
    },
  };
}

const longestForm = 2_048;
const mostForms = 6;
const mostBeginnings = 256;

/** A few of the first characters as a number; `NaN` of missing ones counts as nothing. */
function beginningOf(message: string): number {
  return (
    message.charCodeAt(0) |
    ((message.charCodeAt(3) << 8) ^ (message.charCodeAt(7) << 13) ^ (message.charCodeAt(12) << 18))
  );
}

/** What stands in a shape for things that no diagnosis tells apart. Messages with such characters have no shape. */
const mark = {
  guid: '\u0001',
  hexadecimal: '\u0002',
  longHexadecimal: '\u0003',
  shortNumber: '\u0004',
  number: '\u0005',
  longNumber: '\u0006',
  shortNumberFromZero: '\u0007',
  numberFromZero: '\u0008',
} as const;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the marks above
const marks = /[\u0001-\u0008]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the marks above
const markOrSyntax = /[\u0001-\u0008]|[\\^$.*+?()[\]{}|/-]/g;

function expressionOf(shape: string): RegExp {
  return new RegExp(`^${shape.replace(markOrSyntax, (found) => partsOfForms().get(found) ?? `\\${found}`)}$`);
}

const partsOfForms = /* @__PURE__ */ once((): ReadonlyMap<string, string> => {
  const aGuid = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(?![\\w-])';
  const noGuid = `(?!${aGuid})(?=[a-fA-F-]*\\d)`;
  const notKept = (least: number, most: number) => {
    const kept = [...numbersOfSignatures()].filter(
      (digits) => /^[1-9]/.test(digits) && digits.length >= least && digits.length <= most,
    );
    return `(?!(?:${[...kept, '2147\\d*'].join('|')})(?!\\d))`;
  };
  return new Map<string, string>([
    [mark.guid, aGuid],
    [mark.hexadecimal, `${noGuid}[0-9a-fA-F-]{16,64}(?![\\w-])`],
    [mark.longHexadecimal, `${noGuid}[0-9a-fA-F-]{65,65536}(?![\\w-])`],
    [mark.shortNumber, `${notKept(1, 4)}[1-9]\\d{0,3}(?!\\d)`],
    [mark.number, `${notKept(5, 9)}[1-9]\\d{4,8}(?!\\d)`],
    [mark.shortNumberFromZero, '0\\d{0,3}(?!\\d)'],
    [mark.numberFromZero, '0\\d{4,65536}(?!\\d)'],
    [mark.longNumber, '(?!2147)[1-9]\\d{9,65536}(?!\\d)'],
  ]);
});

/**
 * A text without what tells two messages of the same kind apart and no diagnosis looks at: GUIDs, long numbers in hexadecimal,
 * and numbers that stand in no signature. Codes and the numbers of signatures (`403`, `0x80040265`) stay, as do all letters.
 */
export function shapeOf(text: string): string {
  let shape = '';
  let done = 0;
  wordsAfterDigit.lastIndex = 0;
  // Not matchAll: this is done for a million messages, and `test` makes nothing.
  while (wordsAfterDigit.test(text)) {
    const end = wordsAfterDigit.lastIndex;
    const start = startOfWord(text, end, done);
    shape += text.slice(done, start) + shapeOfWord(text.slice(start, end));
    done = end;
  }
  return done === 0 ? text : shape + text.slice(done);
}

/** The rest of a word from its first digit. A hyphen is part of it: GUIDs and numbers of business records are one word. */
const wordsAfterDigit = /\d[\w-]*/g;

function startOfWord(text: string, end: number, least: number): number {
  let start = end;
  while (start > least && isPartOfWord(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

function isPartOfWord(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || (code >= 48 && code <= 57) || code === 45 || code === 95;
}

function shapeOfWord(word: string): string {
  if (word.length >= 16 && isHexadecimal.test(word)) {
    if (isGuid.test(word)) return mark.guid;
    return word.length > 64 ? mark.longHexadecimal : mark.hexadecimal;
  }
  if (keepsItsNumbers.test(word)) return word;
  return word.replace(number, shapeOfNumber);
}

/** Some signatures name how many digits there may be, and a count of nothing is another thing than a count. */
function shapeOfNumber(digits: string): string {
  if (digits.startsWith('0')) return digits.length > 4 ? mark.numberFromZero : mark.shortNumberFromZero;
  if (digits.startsWith('2147') || numbersOfSignatures().has(digits)) return digits;
  if (digits.length > 9) return mark.longNumber;
  return digits.length > 4 ? mark.number : mark.shortNumber;
}

const isGuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const isHexadecimal = /^[0-9a-f-]+$/i;
const number = /\d+/g;
/** The vendor's codes, known or not, versions of entities, results of Windows in hexadecimal, names of dual-write projects. */
const keepsItsNumbers = /v\d|0x[0-9a-f]|^dw/i;

/** The numbers that signatures name, without bounds of repetitions; single digits stand in versions of entities only. */
const numbersOfSignatures = /* @__PURE__ */ once((): ReadonlySet<string> => {
  const parts = topics.flatMap(({ signatures }) => signatures.flatMap(({ all, none = [] }) => [...all, ...none]));
  const texts = parts.map((part) => (typeof part === 'string' ? part : part.find.source.replace(repetition, ' ')));
  return new Set(texts.flatMap((text) => text.match(/\d{2,}/g) ?? []));
});

const repetition = /\{\d+(?:,\d*)?\}/g;
