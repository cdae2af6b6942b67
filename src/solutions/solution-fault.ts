import type { Fault } from '../fault.js';

/**
 * Why a file cannot be read as a solution, and what to do.
 * @public
 */
export type SolutionFault = Fault & {
  readonly whatToDo: string;
} /** `found` is what the file is, if that can be determined. */ & (
    | { readonly type: 'not-a-zip'; readonly found: 'cabinet' | 'xml' | 'json' | 'empty' | 'unknown' }
    /** The archive is truncated or inconsistent. `entry` is the file in it, if only one is affected. */
    | { readonly type: 'broken-zip'; readonly entry: string | null }
    | { readonly type: 'encrypted'; readonly entry: string }
    /** Larger than any real export: it is not unpacked. `limit` counts files, or bytes after unpacking. */
    | { readonly type: 'too-large'; readonly entry: string | null; readonly limit: number }
    /** `archives` are other archives inside it: one of them may be the intended one. */
    | {
        readonly type: 'missing-file';
        readonly file: 'solution.xml' | 'customizations.xml';
        readonly archives: readonly string[];
      }
    /** `line` and `column` count from 1; `null` if the file is not text. */
    | {
        readonly type: 'broken-xml';
        readonly entry: string;
        readonly line: number | null;
        readonly column: number | null;
      }
    /** `solution.xml` does not say which solution it is. */
    | { readonly type: 'nameless'; readonly entry: string }
    /** Solutions, but none with a map; `solution` is its name, if it is one and says it. */
    | { readonly type: 'no-maps'; readonly solution: string | null }
    /** `solutions` are the places of those that were found: one of them is to be given. */
    | { readonly type: 'several-solutions'; readonly solutions: readonly string[] }
  );
