import { topics } from '../diagnosis/all-topics.js';
import { diagnose } from '../diagnosis/diagnose.js';
import { once } from '../facts/once.js';
import { ownCopy } from '../facts/own-copy.js';
import type { SyncErrorRecord } from './record.js';

/** The problem that a text reports, as far as groups need it. */
export interface KnownProblem {
  /** The id of the topic. */
  readonly id: string;
  readonly code: string | undefined;
  readonly title: string;
  /** A short description of the fix. */
  readonly whatToDo: string;
}

/** The form of a message that is frequent. */
interface FrequentForm {
  readonly expression: RegExp;
  readonly problem: KnownProblem | undefined;
}

/**
 * Diagnoses messages, most of which differ from earlier ones only in numbers and ids: those are looked up by their form,
 * and frequent forms are tried first as regular expressions, which takes a tenth of the time. Its memory is bounded.
 *
 * @returns the innermost cause, or `undefined` where nothing is recognized
 */
export function diagnosisCache(): (message: string) => KnownProblem | undefined {
  const known = new Map<string, { readonly problem: KnownProblem | undefined; times: number }>();
  /** By the first character of the messages; `NaN` for the empty one. */
  const frequent = new Map<number, FrequentForm[]>();
  let size = 0;
  return (message) => {
    const start = message.charCodeAt(0);
    const forms = frequent.get(start) ?? [];
    for (let place = 0; place < forms.length; place += 1) {
      const found = forms[place];
      if (!found?.expression.test(message)) continue;
      // A form that matches moves ahead of the one before it, so the most frequent ones are tried first.
      if (place > 0) {
        forms[place] = forms[place - 1] ?? found;
        forms[place - 1] = found;
      }
      return found.problem;
    }
    const text = message.slice(0, mostCharacters);
    const form = formOf(text);
    const entry = known.get(form) ?? { problem: problemOf(text), times: 0 };
    entry.times += 1;
    if (entry.times === 1) {
      size += form.length + sizeOfEntry;
      if (size > mostSize) {
        known.clear();
        frequent.clear();
        size = form.length;
      }
      known.set(ownCopy(form), entry);
    } else if (entry.times % 16 === 0 && form.length < longestExpression && frequent.size < mostStarts) {
      forms[Math.min(forms.length, mostExpressions - 1)] = {
        expression: new RegExp(`^${form}$`),
        problem: entry.problem,
      };
      frequent.set(start, forms);
    }
    return entry.problem;
  };
}

/** The problem that a row reports: by its message, else by its code. */
export function problemCache(): (record: Pick<SyncErrorRecord, 'message' | 'code'>) => KnownProblem | undefined {
  const diagnosisOf = diagnosisCache();
  const diagnosisOfCode = codeCache(diagnosisOf);
  return ({ message, code }) => diagnosisOf(message) ?? (code === null ? undefined : diagnosisOfCode(code));
}

/** There are few codes, and they repeat. */
function codeCache(diagnosisOf: (text: string) => KnownProblem | undefined): typeof diagnosisOf {
  const problems = new Map<string, KnownProblem | undefined>();
  return (code) => {
    const known = problems.get(code);
    if (known !== undefined || problems.has(code)) return known;
    const problem = diagnosisOf(code);
    if (problems.size < mostCodes && code.length < 1_000) problems.set(ownCopy(code), problem);
    return problem;
  };
}

const mostCodes = 1_000;

function problemOf(text: string): KnownProblem | undefined {
  const [cause] = diagnose(text);
  return cause && { id: cause.id, code: cause.code, title: cause.title, whatToDo: cause.remediation.summary };
}

/** More text of one message adds nothing. */
const mostCharacters = 65_536;
/** In characters. An entry needs some memory besides its form. */
const mostSize = 4_000_000;
const sizeOfEntry = 200;
const longestExpression = 4_096;
const mostExpressions = 8;
const mostStarts = 64;

/**
 * The regular expression of all texts that differ only in parts that no diagnosis uses: GUIDs, long hexadecimal numbers, and numbers except
 * for how they begin and whether they have more than four digits. Codes, versions, names of projects and columns, escaped characters and numbers that signatures name are kept.
 */
function formOf(text: string): string {
  const [short, long] = namedNumbers();
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(variable, (part, id?: string, digits?: string) => {
    if (id !== undefined) return id.includes('-') ? guid : hexadecimal;
    if (digits === undefined) return part;
    const [named, rest] = digits.length > 4 ? [long, '\\d{3}\\d+'] : [short, '\\d{0,3}'];
    return named.test(digits) ? part : `(?!${named.source})${digits.startsWith('0') ? 0 : '[1-9]'}${rest}(?!\\d)`;
  });
}

/** Written out: an expression that counts repetitions takes twice as long. */
const guid = `${[8, 4, 4, 4, 12].map((digits) => '[\\da-fA-F]'.repeat(digits)).join('-')}(?![\\w-])`;
const hexadecimal = '(?=[a-fA-F]{0,20}\\d)[\\da-fA-F]{16,64}(?![\\w-])';
const variable = new RegExp(
  `(?<![\\w-])(?:[dD][wW][\\w-]*|(${guid}|${hexadecimal}))|[vV]\\d+|\\d+_|(?:\\d+[xX]|&#x?|\\\\u)[\\da-fA-F]+|(\\d+)`,
  'g',
);

/** Numbers that signatures name, as in `403` or `50[234]`, of up to four digits and of more; bounds of repetitions do not count. */
const namedNumbers = /* @__PURE__ */ once(() => {
  const parts = topics.flatMap(({ signatures }) => signatures.flatMap(({ all, none = [] }) => [...all, ...none]));
  const texts = parts.map((part) => (typeof part === 'string' ? part : part.find.source.replace(/\{[\d,]+\}/g, ' ')));
  const numbers = new Set(texts.flatMap((text) => text.match(/(?:\d|\[\d+\]){2,}/g) ?? []));
  const named = (isLong: boolean) => {
    const ofLength = [...numbers].filter((number) => /(?:\d|\[\d+\]){5}/.test(number) === isLong);
    return new RegExp(`(?<!\\d)(?:2147\\d*|${ofLength.join('|')})(?!\\d)`);
  };
  return [named(false), named(true)] as const;
});
