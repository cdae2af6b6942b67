import { err, errAsync, ok, Result, ResultAsync } from 'neverthrow';
import { adviceOnBrokenXml, assembleSolution } from './assemble-solution.js';
import type { DualWriteSolution } from './dual-write-solution.js';
import type { XmlLibrary } from './read-xml.js';
import type { SolutionFault } from './solution-fault.js';
import { filesOfOneSolution, type SolutionFiles, severalSolutions } from './solution-files.js';
import type { SolutionPart } from './solution-part.js';
import { type UnpackBudget, unpack, unpackBudget, unpackCabinet, type ZipEntry, zipEntries } from './zip-archive.js';

/** The solution in an archive; of a package around solutions, the only one that has maps. */
export function solutionInArchive(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  library: XmlLibrary,
): ResultAsync<DualWriteSolution, SolutionFault> {
  return solutionAmong({ bytes, entries }, library, unpackBudget(), 0);
}

interface Archive {
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
}

/** A package for the marketplace contains one for the Package Deployer, which contains solutions. */
const deepest = 3;

function solutionAmong(
  archive: Archive,
  library: XmlLibrary,
  budget: UnpackBudget,
  depth: number,
): ResultAsync<DualWriteSolution, SolutionFault> {
  const { entries } = archive;
  const named = (file: string) => entries.filter(({ name }) => lastOf(name) === file);
  const [manifests, customizations] = [named('solution.xml'), named('customizations.xml')];
  if (manifests.length === 0 && customizations.length === 0) {
    return new ResultAsync(solutionInPackage(archive, library, budget, depth));
  }
  const components = entries.filter(
    (entry) => isComponent(entry.name.toLowerCase()) && !customizations.includes(entry),
  );
  return filesOfOneSolution({ manifests, customizations, components }, ({ name }) => name)
    .asyncAndThen((files) => partsOf(files, archive, budget))
    .andThen((parts) => assembleSolution(parts, library));
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).toLowerCase();
}

function isComponent(name: string): boolean {
  return name.endsWith('.xml') && name.includes('dualwriteentitymap');
}

function partsOf(
  { manifest, customizations, components }: SolutionFiles<ZipEntry>,
  { bytes }: Archive,
  budget: UnpackBudget,
): ResultAsync<SolutionFiles<SolutionPart>, SolutionFault> {
  // An exported archive always has both, so one of them was lost.
  if (manifest === undefined) return errAsync(missingFile('solution.xml', []));
  if (customizations === undefined) return errAsync(missingFile('customizations.xml', []));
  const files = [manifest, customizations, ...components];
  return unpack(bytes, files, budget)
    .andThen((contents) => Result.combine(files.map(({ name }, index) => partOf(name, contents[index]))))
    .map(([first, second, ...others]) => ({ manifest: first, customizations: second, components: others }));
}

function partOf(path: string, content: Uint8Array = new Uint8Array()): Result<SolutionPart, SolutionFault> {
  return textOf(content)
    .map((text) => ({ path, text }))
    .mapErr(() => {
      const because = `${path} is not text in UTF-8 or UTF-16`;
      return { type: 'broken-xml', because, entry: path, line: null, column: null, whatToDo: adviceOnBrokenXml };
    });
}

function textOf(bytes: Uint8Array): Result<string, unknown> {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  return Result.fromThrowable(() => new TextDecoder(encoding, { fatal: true }).decode(bytes))();
}

interface Opened {
  readonly name: string;
  readonly read: Result<DualWriteSolution, SolutionFault>;
}

async function solutionInPackage(
  archive: Archive,
  library: XmlLibrary,
  budget: UnpackBudget,
  depth: number,
): Promise<Result<DualWriteSolution, SolutionFault>> {
  const archives = archive.entries.map(({ name }) => name).filter((name) => /\.(?:zip|cab)$/i.test(name));
  if (depth >= deepest) return err(missingFile('customizations.xml', archives));
  const opened: Opened[] = [];
  for (const entry of archive.entries) {
    if (!lastOf(entry.name).endsWith('.zip')) continue;
    const read = await unpack(archive.bytes, [entry], budget)
      .andThen(([content]) => archiveOf(content))
      .andThen((inner) => solutionAmong(inner, library, budget, depth + 1));
    if (read.isErr() && read.error.type === 'too-large') return err(read.error);
    opened.push({ name: entry.name, read });
  }
  return onlyOneWithMaps(opened, archives);
}

function archiveOf(bytes: Uint8Array = new Uint8Array()): Result<Archive, SolutionFault> {
  return zipEntries(bytes).map((entries) => ({ bytes, entries }));
}

function onlyOneWithMaps(
  opened: readonly Opened[],
  archives: readonly string[],
): Result<DualWriteSolution, SolutionFault> {
  const found = opened.flatMap(({ name, read }) => (read.isOk() ? [{ name, solution: read.value }] : []));
  const several = opened.flatMap(({ name, read }) =>
    read.isErr() && read.error.type === 'several-solutions'
      ? read.error.solutions.map((inner) => `${name}/${inner}`)
      : [],
  );
  if (found.length + several.length > 1) return err(severalSolutions([...found.map(({ name }) => name), ...several]));
  const unread = opened.filter(({ read }) => read.isErr() && read.error.type !== 'no-maps');
  const [only] = found;
  if (only !== undefined) {
    const issues = unread.map(({ name }) => ({ path: name, message: 'could not be read: it may hold maps, too' }));
    const cabinets = archives
      .filter((name) => /\.cab$/i.test(name))
      .map((name) => ({ path: name, message: 'is a cabinet, which is not opened: it may hold maps, too' }));
    return ok({ ...only.solution, issues: [...only.solution.issues, ...issues, ...cabinets] });
  }
  if (opened.length === 0 || unread.length > 0 || opened.length < archives.length) {
    const [first] = unread;
    return err(missingFile('customizations.xml', archives, first));
  }
  const because = `none of the ${opened.length} solutions in this package has a table map`;
  return err({ type: 'no-maps', because, solution: null, whatToDo: 'Give the solution that contains table maps.' });
}

/** @param unread - an archive in it, and why it is not read */
function missingFile(
  file: 'solution.xml' | 'customizations.xml',
  archives: readonly string[],
  unread?: Opened,
): SolutionFault {
  const inside = archives.length === 0 ? '' : `, but ${archives.slice(0, 5).join(', ')}`;
  const why = unread?.read.isErr() === true ? ` (${unread.name}: ${unread.read.error.because})` : '';
  const isCabinet = archives.length > 0 && archives.every((name) => /\.cab$/i.test(name));
  const whatToDo =
    archives.length === 0
      ? 'Give the .zip file of a solution, as exported by the maker portal.'
      : isCabinet
        ? `This is a package around a cabinet: unpack it, then the cabinet with ${unpackCabinet}, and give the .zip file that was in it.`
        : 'This is a package around solutions: unpack it and give one of the archives inside.';
  return { type: 'missing-file', because: `has no ${file}${inside}${why}`, file, archives, whatToDo };
}
