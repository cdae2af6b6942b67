/**
 * One place in the input that is not as it should be.
 * @public
 */
export interface Issue {
  /** Where, for example `facts.companies.value[3].code`; empty for the input as a whole. */
  readonly path: string;
  /** What was expected there. */
  readonly message: string;
}

/**
 * Why input is no snapshot.
 * @public
 */
export type SnapshotFault =
  | { readonly type: 'unsupported-version'; readonly found: number; readonly expected: 1 }
  | { readonly type: 'malformed'; readonly issues: readonly [Issue, ...Issue[]] };

/**
 * Why input is no report.
 * @public
 */
export type ReportFault = SnapshotFault;

/**
 * That options hold something that they may not: an unknown code or word, or a validator that is none.
 * @public
 */
export interface InvalidOptions {
  readonly type: 'invalid-options';
  /** The first issue in words, and how many more there are. */
  readonly because: string;
  readonly whatToDo?: string | undefined;
  readonly issues: readonly [Issue, ...Issue[]];
}

/**
 * Why a check could not run at all. Whatever goes wrong with a single fact or a single rule is part of the report instead.
 * @public
 */
export type CheckFault =
  | { readonly type: 'aborted'; readonly because: string; readonly whatToDo?: string | undefined }
  | InvalidOptions;
