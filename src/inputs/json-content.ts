import type { DocumentPlace } from './documents-in.js';
import type { Input, InputOrigin } from './input.js';

/** A file of JSON, as the kinds look at it. */
export interface JsonContent {
  /** Its values: one, or those of JSON Lines. An answer that a program wrapped is its body, unless it is an error. */
  readonly documents: readonly unknown[];
  /** Where they are in the text, for those who read it more exactly. */
  readonly places: readonly DocumentPlace[];
  /** What of it could not be read. */
  readonly lacks: readonly string[];
  readonly text: string;
  readonly origin: InputOrigin;
}

/** Identifies a kind of input; `undefined` where the content is something else. */
export type RecognizeJson = (content: JsonContent) => Input | undefined;

/** The only value of a file, if it is an object. */
export function onlyObject({ documents }: JsonContent): Readonly<Record<string, unknown>> | undefined {
  const [first, ...more] = documents;
  return more.length === 0 && isRecord(first) ? first : undefined;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What an input of the kind `unknown` looks like where there is nothing in it. */
export const emptyFile = 'an empty file';

const isUnreadable = 'that cannot be read: ';
const isNewer = 'made by a newer version of this program';

/** What means to be something and cannot be read. `because` continues after "that cannot be read: ". */
export function unreadableAs(what: string, because: string): Input {
  return {
    kind: 'unknown',
    looksLike: `${what} ${isUnreadable}${because}`,
    expected: `${what} as it was written`,
    lacks: [],
  };
}

/** What a newer version of this program wrote. */
export function ofNewerVersion(what: string, version: number): Input {
  return {
    kind: 'unknown',
    looksLike: `${what} ${isNewer} (schemaVersion ${version})`,
    expected: `${what} of schemaVersion 1: update this program, or write the file with this version`,
    lacks: [],
  };
}

/** Whether an input says what it is, although it cannot be read as that. */
export function meansToBeKnown(input: Input): boolean {
  return input.kind === 'unknown' && [isUnreadable, isNewer].some((words) => input.looksLike.includes(words));
}
