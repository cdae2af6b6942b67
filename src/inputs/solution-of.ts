import { err, errAsync, ok, okAsync, type Result, ResultAsync } from 'neverthrow';
import type { DualWriteSolution } from '../solutions/dual-write-solution.js';
import { readSolution } from '../solutions/read-solution.js';
import { readSolutionParts } from '../solutions/read-solution-parts.js';
import type { SolutionFault } from '../solutions/solution-fault.js';
import { severalSolutions } from '../solutions/solution-files.js';
import type { Input, InputOf } from './input.js';

/**
 * The solution among inputs: its `.zip` file, or its files put together. Of several archives, the only one that has maps.
 *
 * @returns the solution; `undefined` if none was given; or a {@link SolutionFault} that says why it cannot be read
 *
 * @example
 * ```ts
 * const solution = await solutionOf(files.map(({ content, name }) => recognize(content, { name })));
 * ```
 * @public
 */
export function solutionOf(inputs: readonly Input[]): ResultAsync<DualWriteSolution | undefined, SolutionFault> {
  const archives = inputs.filter((input) => input.kind === 'solution');
  const parts = inputs.filter((input) => input.kind === 'solution-part');
  const [first] = archives;
  if (first === undefined) return parts.length === 0 ? okAsync(undefined) : readSolutionParts(parts);
  if (parts.length > 0) return errAsync(severalSolutions([nameOf(first), ...parts.map(({ path }) => path)]));
  if (archives.length === 1) return readSolution(first.bytes);
  return new ResultAsync(onlyOneWithMaps(archives));
}

async function onlyOneWithMaps(
  archives: readonly InputOf<'solution'>[],
): Promise<Result<DualWriteSolution, SolutionFault>> {
  const found: { readonly name: string; readonly solution: DualWriteSolution }[] = [];
  const faults: SolutionFault[] = [];
  for (const archive of archives) {
    const read = await readSolution(archive.bytes);
    if (read.isOk()) found.push({ name: nameOf(archive), solution: read.value });
    else faults.push(read.error);
  }
  const fault = faults.find(({ type }) => type !== 'no-maps');
  const [only, second] = found;
  if (second !== undefined) return err(severalSolutions(found.map(({ name }) => name)));
  if (only !== undefined && fault === undefined) return ok(only.solution);
  // Safe: where none was found there are faults, because there are archives.
  return err((fault ?? faults[0]) as SolutionFault);
}

function nameOf({ name = 'a .zip file' }: InputOf<'solution'>): string {
  return name;
}
