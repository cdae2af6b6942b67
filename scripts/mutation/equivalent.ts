/** Mutants that no test can find, since the program does the same with them. */
export interface Equivalent {
  readonly file: string;
  readonly because: string;
  /** What the code says and what the mutant says instead; of several that say the same, which one, from 1. */
  readonly mutants: readonly (readonly [original: string, replacement: string, occurrence?: number])[];
}

export const equivalent: readonly Equivalent[] = [];
