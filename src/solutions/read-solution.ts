import { err, fromThrowable, ok, Result, ResultAsync } from 'neverthrow';
import { errorText } from '../facts/scrub.js';
import type { Issue } from '../fault.js';
import type { EntityMap } from '../maps/entity-map.js';
import { entityMapOf } from '../maps/entity-map-of.js';
import type { DualWriteSolution } from './dual-write-solution.js';
import { mapElement, mapRow } from './map-rows.js';
import { readManifest } from './read-manifest.js';
import type { SolutionFault } from './solution-fault.js';
import { type XmlElement, type XmlLibrary, xmlElements } from './xml-elements.js';
import { unpack, type ZipEntry, type ZipLibrary, zipEntries } from './zip-archive.js';

/**
 * Reads a solution from the `.zip` that an environment exported: its publisher, its version, whether it is managed, its
 * requirements, and its maps. A broken map is kept with its faults and does not affect the others. Nothing is written, and only
 * the files that can contain maps are unpacked.
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
    zipEntries(copy).asyncAndThen((entries) => libraries().andThen((loaded) => solutionOf(copy, entries, loaded))),
  );
}

/** The bytes, whatever happens to the original while libraries are loaded. Callers without types may give anything. */
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

type Libraries = ZipLibrary & XmlLibrary;

/** Loaded when they are needed: code that does not read archives does not load them. */
function libraries(): ResultAsync<Libraries, SolutionFault> {
  return ResultAsync.fromPromise(import('./archive-libraries.js'), (error) => ({
    type: 'broken-zip',
    entry: null,
    because: `the library that unpacks zip files cannot be loaded: ${errorText(error)}`,
    whatToDo: 'Install the package again, with its dependencies.',
  }));
}

function solutionOf(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  loaded: Libraries,
): Result<DualWriteSolution, SolutionFault> {
  const files = filesOf(entries);
  if (files.isErr()) return err(files.error);
  const { manifest, customizations, components } = files.value;
  return unpack(bytes, [manifest, customizations, ...components], loaded).andThen(([first, ...others]) => {
    const issues: Issue[] = [];
    return elementsIn(manifest.name, first, 'solutionmanifest', loaded).andThen(([root]) => {
      const said = readManifest(root, issues);
      if (said === undefined) {
        const whatToDo = 'Export the solution again: its manifest has no UniqueName.';
        const because = `${manifest.name} names no solution`;
        return err<DualWriteSolution, SolutionFault>({ type: 'nameless', because, entry: manifest.name, whatToDo });
      }
      return Result.combine(
        [customizations, ...components].map(({ name }, index) =>
          elementsIn(name, others[index], mapElement, loaded).map((elements) => mapsOf(name, elements, issues)),
        ),
      ).andThen((maps) => {
        const whatToDo = 'Add table maps to the solution and export it again, or give the one that contains them.';
        const all = withoutRepetition(maps.flat());
        if (all.length > 0) return ok({ ...said, maps: all, issues });
        const because = `the solution ${said.uniqueName} has no table map`;
        return err<DualWriteSolution, SolutionFault>({ type: 'no-maps', because, solution: said.uniqueName, whatToDo });
      });
    });
  });
}

interface SolutionFiles {
  readonly manifest: ZipEntry;
  readonly customizations: ZipEntry;
  /** Maps in separate files. */
  readonly components: readonly ZipEntry[];
}

function filesOf(entries: readonly ZipEntry[]): Result<SolutionFiles, SolutionFault> {
  const manifest = fileOf(entries, 'solution.xml');
  const customizations = fileOf(entries, 'customizations.xml');
  if (manifest === undefined || customizations === undefined) {
    const file = customizations === undefined ? 'customizations.xml' : 'solution.xml';
    const archives = entries.map(({ name }) => name).filter((name) => /\.(?:zip|cab)$/i.test(name));
    const whatToDo =
      archives.length === 0
        ? 'Give the .zip file of a solution, as exported by the maker portal.'
        : 'This is a package around solutions: unpack it and give one of the archives inside.';
    const inside = archives.length === 0 ? '' : `, but ${archives.slice(0, 5).join(', ')}`;
    return err({ type: 'missing-file', because: `has no ${file}${inside}`, file, archives, whatToDo });
  }
  const components = entries.filter(({ name }) => isComponent(name.toLowerCase()) && name !== customizations.name);
  return ok({ manifest, customizations, components });
}

function isComponent(name: string): boolean {
  return name.endsWith('.xml') && name.includes('dualwriteentitymap');
}

/** The file with this name in any letter case; the outermost one, because a folder may have been packed. */
function fileOf(entries: readonly ZipEntry[], file: string): ZipEntry | undefined {
  const depth = ({ name }: ZipEntry) => name.split('/').length;
  return entries
    .filter(({ name }) => name.slice(name.lastIndexOf('/') + 1).toLowerCase() === file)
    .sort((a, b) => depth(a) - depth(b))[0];
}

function elementsIn(
  entry: string,
  content: Uint8Array | undefined,
  wanted: string,
  loaded: XmlLibrary,
): Result<readonly XmlElement[], SolutionFault> {
  const whatToDo = 'Export the solution again: a manually changed or truncated file is not interpreted.';
  return textOf(content ?? new Uint8Array()).match(
    (text) =>
      xmlElements(text, wanted, loaded).mapErr(({ line, column, because }) => ({
        type: 'broken-xml',
        because: `${entry}, line ${line}, column ${column}: ${because}`,
        entry,
        line,
        column,
        whatToDo,
      })),
    () => {
      const because = `${entry} is not text in UTF-8 or UTF-16`;
      return err({ type: 'broken-xml', because, entry, line: null, column: null, whatToDo });
    },
  );
}

function textOf(bytes: Uint8Array): Result<string, unknown> {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  return Result.fromThrowable(() => new TextDecoder(encoding, { fatal: true }).decode(bytes))();
}

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
