/**
 * Why something could not be done. Every fault has this shape, plus the properties of its type.
 * @public
 */
export interface Fault<Type extends string = string> {
  readonly type: Type;
  /** Why, for a person: one sentence without a period at its end. For a file, it continues after the path: `is not JSON`. */
  readonly because: string;
  /** What helps, in complete sentences, if that is known. */
  readonly whatToDo?: string | undefined;
}

/** A fault in one line: the file, if there is one, why, and what to do. */
export function faultInWords(
  fault: Pick<Fault, 'because' | 'whatToDo'> & { readonly path?: string | undefined },
): string {
  const { path, because, whatToDo } = fault;
  const file = path === undefined ? '' : `${path === '-' ? 'standard input' : path}: `;
  return `${file}${because}${whatToDo === undefined ? '' : `. ${whatToDo}`}`;
}

/**
 * One place in the input that is not as expected.
 * @public
 */
export interface Issue {
  /** Where, for example `facts.companies.value[3].code`; empty for the input as a whole. */
  readonly path: string;
  /** What was expected there. */
  readonly message: string;
}

/**
 * Why input is not as expected. No message quotes a value of the input, because it may be personal data.
 * @public
 */
export interface MalformedInput extends Fault<'malformed'> {
  /** Every place that is wrong; `because` describes the first one and how many more there are. */
  readonly issues: readonly [Issue, ...Issue[]];
}

/**
 * Why input is not a snapshot.
 * @public
 */
export type SnapshotFault =
  | (Fault<'unsupported-version'> & { readonly found: number; readonly expected: 1 })
  | MalformedInput;

/**
 * Why input is not a report.
 * @public
 */
export type ReportFault = SnapshotFault;

/**
 * Options contain something invalid: an unknown code or word, or an invalid validator.
 * @public
 */
export interface InvalidOptions extends Fault<'invalid-options'> {
  /** Every place that is wrong; `because` describes the first one and how many more there are. */
  readonly issues: readonly [Issue, ...Issue[]];
}

/**
 * Why a check could not run at all. Problems with a single fact or a single rule are part of the report instead.
 * @public
 */
export type CheckFault = Fault<'aborted'> | InvalidOptions;
