import { roleOf, type SolutionPartRole } from '../../solutions/solution-part.js';
import { unpackCabinet, type ZipEntry, zipEntries } from '../../solutions/zip-archive.js';
import type { InputOf, InputOrigin } from '../input.js';

/**
 * The `.zip` of a solution, or a package around solutions. Any other archive is named; `undefined` for what is not an archive. Nothing
 * is unpacked.
 */
export function solutionIn(bytes: Uint8Array): InputOf<'solution' | 'unknown'> | undefined {
  if (startsWith(bytes, 'MSCF')) return unknown(`a cabinet (.cab): unpack it with ${unpackCabinet}`);
  if (!startsWith(bytes, 'PK')) return undefined;
  return zipEntries(bytes).match(
    (entries) => (entries.some(({ name }) => ofSolution.test(name)) ? solution(bytes) : otherArchive(entries)),
    // Its list of files is at its end, so the names of the first ones are looked for.
    ({ because }) =>
      /(?:solution|customizations)\.xml/i.test(latin1(bytes.subarray(0, searched)))
        ? solution(bytes, because)
        : unknown('a .zip file whose list of files cannot be read: it is cut off or damaged'),
  );
}

/** A package for the Package Deployer or the marketplace holds solutions as archives. */
const ofSolution = /(?:^|\/)(?:solution|customizations)\.xml$|\.(?:zip|cab)$/i;

/** In bytes. */
const searched = 64 * 1024;

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return latin1(bytes.subarray(0, mark.length)) === mark;
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function solution(bytes: Uint8Array, lack?: string): InputOf<'solution'> {
  return { kind: 'solution', bytes, lacks: lack === undefined ? [] : [lack] };
}

function unknown(looksLike: string, expected = unpackedFiles): InputOf<'unknown'> {
  return { kind: 'unknown', looksLike, expected, lacks: [] };
}

const unpackedFiles = 'the .zip file of a solution, or files that are not packed';

const mostNamed = 3;

function otherArchive(entries: readonly ZipEntry[]): InputOf<'unknown'> {
  const names = entries.map(({ name }) => name);
  if (names.some((name) => /^xl\/workbook\./i.test(name)))
    return unknown('a workbook of Excel: save its sheet as "CSV UTF-8"', 'a table as text');
  if (names.some((name) => /^(?:word|ppt)\//i.test(name)))
    return unknown('a document of Microsoft Office: copy its text', 'text');
  if (names.length === 0) return unknown('an empty .zip file');
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  return unknown(
    `a .zip file with ${names.slice(0, mostNamed).join(', ')}${more}: unpack it, and give the files in it`,
  );
}

/** A file of an unpacked solution; `undefined` for any other XML. */
export function solutionPartIn(text: string, { name }: InputOrigin = {}): InputOf<'solution-part'> | undefined {
  const role = roleOf(text);
  return role && { kind: 'solution-part', path: name ?? fileNames[role], text, lacks: [] };
}

const fileNames: Readonly<Record<SolutionPartRole, string>> = {
  manifest: 'solution.xml',
  customizations: 'customizations.xml',
  component: 'msdyn_dualwriteentitymap.xml',
};
