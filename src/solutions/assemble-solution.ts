import { err, ok, Result } from 'neverthrow';
import type { Issue } from '../fault.js';
import type { EntityMap } from '../maps/entity-map.js';
import { entityMapOf } from '../maps/entity-map-of.js';
import type { DualWriteSolution } from './dual-write-solution.js';
import { mapElement, mapRow } from './map-rows.js';
import { readManifest } from './read-manifest.js';
import type { XmlLibrary } from './read-xml.js';
import type { SolutionFault } from './solution-fault.js';
import type { SolutionFiles } from './solution-files.js';
import type { SolutionPart } from './solution-part.js';
import { type XmlElement, xmlElements } from './xml-elements.js';

/** The solution that its files describe. Without a manifest, what only a manifest says is not known. */
export function assembleSolution(
  { manifest, customizations, components }: SolutionFiles<SolutionPart>,
  library: XmlLibrary,
): Result<DualWriteSolution, SolutionFault> {
  const issues: Issue[] = [];
  const holders = customizations === undefined ? components : [customizations, ...components];
  return saidBy(manifest, issues, library).andThen((said) =>
    Result.combine(
      holders.map((part) => elementsIn(part, mapElement, library).map((found) => mapsOf(part.path, found, issues))),
    ).andThen((maps) => {
      const all = withoutRepetition(maps.flat());
      if (all.length === 0) return err<DualWriteSolution, SolutionFault>(noMaps(said.uniqueName));
      const coverage = customizations === undefined ? withoutCustomizations : {};
      return ok({ ...said, maps: all, issues, ...coverage });
    }),
  );
}

const withoutCustomizations = {
  coverage: 'partial',
  detail: 'customizations.xml was not given: it may hold more maps',
} as const;

type Said = Omit<DualWriteSolution, 'maps' | 'issues' | 'coverage' | 'detail'>;

function saidBy(manifest: SolutionPart | undefined, issues: Issue[], library: XmlLibrary): Result<Said, SolutionFault> {
  if (manifest === undefined) return ok(nothingSaid);
  return elementsIn(manifest, 'solutionmanifest', library).andThen(([root]) => {
    const said = readManifest(root, issues);
    if (said !== undefined) return ok(said);
    const because = `${manifest.path} names no solution`;
    const whatToDo = 'Export the solution again: its manifest has no UniqueName.';
    return err<Said, SolutionFault>({ type: 'nameless', because, entry: manifest.path, whatToDo });
  });
}

const nothingSaid: Said = {
  uniqueName: null,
  displayName: null,
  version: null,
  publisher: { uniqueName: null, displayName: null, prefix: null },
  isManaged: null,
  requires: null,
};

/** @param solution - its name */
function noMaps(solution: string | null): SolutionFault {
  const whatToDo =
    solution === null
      ? 'Give all files of the unpacked solution: maps may be in separate files.'
      : 'Add table maps to the solution and export it again, or give the one that contains them.';
  const because = solution === null ? 'has no table map' : `the solution ${solution} has no table map`;
  return { type: 'no-maps', because, solution, whatToDo };
}

function elementsIn(
  { path, text }: SolutionPart,
  wanted: string,
  library: XmlLibrary,
): Result<readonly XmlElement[], SolutionFault> {
  return xmlElements(text, wanted, library).mapErr(({ line, column, because }) => {
    const where = `${path}, line ${line}, column ${column}: ${because}`;
    return { type: 'broken-xml', because: where, entry: path, line, column, whatToDo: adviceOnBrokenXml };
  });
}

export const adviceOnBrokenXml = 'Export the solution again: a manually changed or truncated file is not interpreted.';

function mapsOf(file: string, elements: readonly XmlElement[], issues: Issue[]): readonly EntityMap[] {
  return elements
    .filter(({ attributes, children }) => attributes.size > 0 || children.length > 0) // elsewhere it is only a name
    .map((element, index) => entityMapOf(mapRow(element, `${file}: map ${index + 1}`, issues)));
}

/** A map in two files counts once. */
function withoutRepetition(maps: readonly EntityMap[]): readonly EntityMap[] {
  const seen = new Set<string>();
  return maps.filter((map) => {
    const key = JSON.stringify([map.id, map.name, map.version, map.columns]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
