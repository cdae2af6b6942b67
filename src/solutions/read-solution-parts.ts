import { err, fromThrowable, ok, type Result, type ResultAsync } from 'neverthrow';
import { assembleSolution } from './assemble-solution.js';
import type { DualWriteSolution } from './dual-write-solution.js';
import { loadXmlLibrary } from './load-xml-library.js';
import type { SolutionFault } from './solution-fault.js';
import { filesOfOneSolution, type SolutionFiles } from './solution-files.js';
import { roleOf, type SolutionPart, type SolutionPartRole, withSlashes } from './solution-part.js';

/**
 * Reads a solution from its files, in any order: those of an unpacked `.zip`, those that `pac solution unpack` writes, or
 * `customizations.xml` alone. What `solution.xml` says (name, version, publisher, whether it is managed, requirements) is `null` without
 * it. Without `customizations.xml` the solution is `partial`. Files that are not XML of a solution with maps are passed over.
 *
 * Source: *Application lifecycle management*, 2020-03.
 *
 * @returns the solution, or a {@link SolutionFault}: several solutions, no map, XML that is not well-formed
 *
 * @example
 * ```ts
 * const solution = await readSolutionParts([{ path: 'customizations.xml', text: await file.text() }]);
 * if (solution.isOk()) console.log(solution.value.maps.length);
 * ```
 * @public
 */
export function readSolutionParts(parts: readonly SolutionPart[]): ResultAsync<DualWriteSolution, SolutionFault> {
  return given(parts)
    .andThen(sorted)
    .asyncAndThen((files) => loadXmlLibrary().andThen((library) => assembleSolution(files, library)));
}

/** Callers without types may give anything. */
function given(parts: unknown): Result<readonly SolutionPart[], SolutionFault> {
  const copy = fromThrowable(
    () => Array.from(Object(parts) as Iterable<SolutionPart>, ({ path, text }) => ({ path, text })), // checked below
  )();
  const isSound =
    copy.isOk() && copy.value.every(({ path, text }) => typeof path === 'string' && typeof text === 'string');
  return isSound ? copy.mapErr(() => nothingGiven) : err(nothingGiven);
}

const nothingGiven: SolutionFault = {
  type: 'missing-file',
  because: 'has no customizations.xml',
  file: 'customizations.xml',
  archives: [],
  whatToDo: 'Give all files of the unpacked solution: its maps are in customizations.xml, or in files of their own.',
};

function sorted(parts: readonly SolutionPart[]): Result<SolutionFiles<SolutionPart>, SolutionFault> {
  const files: Record<SolutionPartRole, SolutionPart[]> = { manifest: [], customizations: [], component: [] };
  const seen = new Set<string>();
  for (const { path, text } of parts) {
    if (seen.has(text)) continue; // given twice
    seen.add(text);
    const role = roleOf(text) ?? roleByName(path);
    if (role !== undefined) files[role].push({ path: withSlashes(path), text });
  }
  const { manifest: manifests, customizations, component: components } = files;
  if (customizations.length + components.length === 0) return err(nothingGiven);
  return filesOfOneSolution({ manifests, customizations, components }, ({ path }) => path).andThen((one) => ok(one));
}

/** For a file whose content does not show it, so that what is wrong with it is said. */
function roleByName(path: string): SolutionPartRole | undefined {
  const name = withSlashes(path).toLowerCase();
  if (/(?:^|\/)solution\.xml$/.test(name)) return 'manifest';
  if (/(?:^|\/)customizations\.xml$/.test(name)) return 'customizations';
  return name.endsWith('.xml') && name.includes('dualwriteentitymap') ? 'component' : undefined;
}
