import { err, ok, type Result } from 'neverthrow';
import type { SolutionFault } from './solution-fault.js';

/** The files of one solution that are read. */
export interface SolutionFiles<File> {
  readonly manifest: File | undefined;
  readonly customizations: File | undefined;
  /** Maps in separate files. */
  readonly components: readonly File[];
}

/**
 * The files of the outermost solution: one may be packed into a folder, and contain others. Several solutions side by side are a
 * fault, because which of them is meant is not known.
 *
 * @param files - by their roles, in any order
 * @param pathOf - with `/` between folders
 */
export function filesOfOneSolution<File>(
  files: {
    readonly manifests: readonly File[];
    readonly customizations: readonly File[];
    readonly components: readonly File[];
  },
  pathOf: (file: File) => string,
): Result<SolutionFiles<File>, SolutionFault> {
  const rootOf = (file: File) => solutionRootOf(pathOf(file));
  const named = outermost(files.manifests, rootOf);
  const [manifest] = named;
  const inRoot = files.customizations.filter((file) => manifest !== undefined && rootOf(file) === rootOf(manifest));
  const customized = inRoot.length > 0 ? inRoot : outermost(files.customizations, rootOf);
  const [customizations] = customized;
  const several = named.length > 1 ? named : customized;
  if (several.length > 1) return err(severalSolutions(several.map(pathOf)));
  const isOnly = files.manifests.length < 2 && files.customizations.length < 2;
  const main = manifest ?? customizations;
  const root = main === undefined || isOnly ? '' : rootOf(main);
  const components = files.components.filter((file) => pathOf(file).startsWith(root));
  return ok({ manifest, customizations, components });
}

/** The folder of a solution, with `/` at its end; the Power Platform CLI puts `Solution.xml` into `Other`. */
function solutionRootOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1).replace(/(^|\/)other\/$/i, '$1');
}

/** Those of the fewest folders. */
function outermost<File>(files: readonly File[], rootOf: (file: File) => string): readonly File[] {
  const depthOf = (file: File) => rootOf(file).split('/').length;
  const least = files.reduce((depth, file) => Math.min(depth, depthOf(file)), Number.POSITIVE_INFINITY);
  return files.filter((file) => depthOf(file) === least);
}

const mostNamed = 10;

/** @param solutions - the place of each */
export function severalSolutions(solutions: readonly string[]): SolutionFault & { readonly type: 'several-solutions' } {
  const more = solutions.length > mostNamed ? ` and ${solutions.length - mostNamed} more` : '';
  return {
    type: 'several-solutions',
    because: `holds several solutions: ${solutions.slice(0, mostNamed).join(', ')}${more}`,
    solutions,
    whatToDo: 'Give one of them: of a package, unpack it first.',
  };
}
