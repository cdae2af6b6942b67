import { err, fromThrowable, type Result, type ResultAsync } from 'neverthrow';
import type { DualWriteSolution } from './dual-write-solution.js';
import { loadXmlLibrary } from './load-xml-library.js';
import type { SolutionFault } from './solution-fault.js';
import { solutionInArchive } from './solution-in-archive.js';
import { zipEntries } from './zip-archive.js';

/**
 * Reads a solution from the `.zip` that an environment exported: its publisher, its version, whether it is managed, its
 * requirements, and its maps. A broken map is kept with its faults and does not affect the others. Nothing is written, and only
 * the files that can contain maps are unpacked. Of a package around solutions, as the Package Deployer and the marketplace have them,
 * it reads the only one that has maps.
 *
 * Source: *Application lifecycle management*, 2020-03.
 *
 * @param bytes - the whole file
 * @returns the solution, or a {@link SolutionFault} that describes what is wrong with the file
 *
 * @example
 * ```ts
 * const solution = await readSolution(new Uint8Array(await file.arrayBuffer()));
 * if (solution.isOk()) console.log(solution.value.uniqueName, solution.value.maps.length);
 * ```
 * @public
 */
export function readSolution(bytes: Uint8Array): ResultAsync<DualWriteSolution, SolutionFault> {
  return copyOf(bytes).asyncAndThen((copy) =>
    zipEntries(copy).asyncAndThen((entries) =>
      loadXmlLibrary().andThen((library) => solutionInArchive(copy, entries, library)),
    ),
  );
}

/** The bytes, whatever happens to the original while they are read. Callers without types may give anything. */
function copyOf(bytes: unknown): Result<Uint8Array, SolutionFault> {
  const refuse = (because: string) =>
    err<Uint8Array, SolutionFault>({
      type: 'not-a-zip',
      because,
      found: 'unknown',
      whatToDo: 'Give the content of the exported .zip file as a Uint8Array.',
    });
  if (!isUint8Array(bytes)) return refuse('is not a Uint8Array');
  return fromThrowable(() => new Uint8Array(bytes))().orElse(() =>
    refuse('is a buffer that was transferred elsewhere'),
  );
}

/** One of another realm too; not a proxy of one, whose properties are those of anything. */
function isUint8Array(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]';
}
