import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from 'neverthrow';
import { isDoubt } from '../inputs/code-page.js';
import {
  deepestFolder,
  isFolderOfMaps,
  isLeftOut,
  isPartOfSolution,
  mostFilesOfFolder,
} from '../inputs/folder-rules.js';
import type { Input } from '../inputs/input.js';
import { recognize } from '../inputs/recognize.js';
import { unreadable } from '../node/json-file.js';
import type { Complaint } from './command-result.js';
import { largestWhole } from './largest-whole.js';
import { noteDoubt } from './note-doubt.js';

/**
 * What the files, folders and standard input (`-`) are. Of a folder, its files are read, or it is an unpacked solution; what of it
 * was not read is named as an input of the kind `unknown`. Why letters may be wrong is said on stderr too: not every command shows what
 * its files lack.
 *
 * @param recognizeFile - for files of which more is known than their content
 * @returns the inputs in the order of the paths; or why a path that was named cannot be read
 */
export async function readInputs(
  paths: readonly string[],
  recognizeFile: typeof recognize = recognize,
): Promise<Result<readonly Input[], Complaint>> {
  const inputs: Input[] = [];
  for (const path of paths) {
    try {
      const isFolder = path !== '-' && (await stat(path)).isDirectory();
      for (const input of isFolder ? await inputsIn(path) : [await inputOf(path, path, recognizeFile)])
        inputs.push(input);
    } catch (error) {
      return err(unreadable(path, error));
    }
  }
  for (const { name = '', lacks } of inputs) for (const lack of lacks) if (isDoubt(lack)) noteDoubt(name, lack);
  return ok(inputs);
}

/** What one file is, or standard input for `-`. It rejects with errors of the file system. */
async function inputOf(path: string, name: string, recognizeFile = recognize): Promise<Input> {
  if (path === '-') {
    const { buffer } = await import('node:stream/consumers');
    return recognizeFile(await buffer(process.stdin), { name: 'standard input' });
  }
  if ((await stat(path)).size <= largestWhole) return recognizeFile(await readFile(path), { name });
  const { recognizeLarge } = await import('../inputs/recognize-large.js');
  return recognizeLarge(createReadStream(path, { highWaterMark: 2 ** 20 }), { name });
}

async function inputsIn(folder: string): Promise<readonly Input[]> {
  const { files, beside, notes } = await filesIn(folder);
  const inputs: Input[] = [];
  for (const file of files) {
    const name = join(folder, file);
    inputs.push(await inputOf(name, name).catch((error) => notRead(name, unreadable(name, error).because)));
  }
  return [
    ...inputs,
    ...beside.map((file) => besideSolution(join(folder, file))),
    ...notes.map((looksLike) => notRead(join(folder, '…'), looksLike)),
  ];
}

/** The solution is read whole without it, so unlike {@link notRead} it takes nothing from what is known. */
function besideSolution(name: string): Input {
  return {
    kind: 'unknown',
    name,
    looksLike: 'a file beside an unpacked solution, which is read by itself',
    expected: 'this file as an argument of its own',
    lacks: [],
  };
}

function notRead(name: string, looksLike: string): Input {
  return { kind: 'unknown', name, looksLike, expected: readable, lacks: [] };
}

/** Whether an input is a part of a folder that was not read: what is in it is not known. */
export function isNotRead(input: Input): boolean {
  return input.kind === 'unknown' && input.expected === readable;
}

const readable = 'a file that can be read';

interface FolderFiles {
  /** By name, relative to the folder. */
  readonly files: readonly string[];
  /** Where they are an unpacked solution: the files that do not belong to it. */
  readonly beside: readonly string[];
  /** What of the folder is not among them. */
  readonly notes: readonly string[];
}

/** The files of a folder; of an unpacked solution only those that say something about its maps, however deep they are. */
async function filesIn(folder: string): Promise<FolderFiles> {
  const notes = new Set<string>();
  const files: string[] = [];
  await walk('', 1);
  files.sort();
  const parts = files.filter(isPartOfSolution);
  const isUnpacked = ['solution.xml', 'customizations.xml'].every((name) =>
    parts.some((file) => file.toLowerCase().endsWith(name)),
  );
  if (isUnpacked) return { files: parts, beside: besideOf(parts, files), notes: [] };
  if (files.length > mostFilesOfFolder)
    notes.add(`a folder with ${files.length} files: only the first ${mostFilesOfFolder} were read`);
  return { files: files.slice(0, mostFilesOfFolder), beside: [], notes: [...notes] };

  async function walk(place: string, depth: number): Promise<void> {
    const entries = await readdir(join(folder, place), { withFileTypes: true });
    for (const entry of entries) {
      const path = join(place, entry.name);
      if (isLeftOut(entry.name)) continue;
      if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(join(folder, path))))) files.push(path);
      if (!entry.isDirectory()) continue;
      if (depth < deepestFolder || isFolderOfMaps(entry.name)) await walk(path, depth + 1);
      else notes.add(`a folder with folders more than ${deepestFolder} levels deep, which were not read: ${path}`);
    }
  }
}

/**
 * The files outside of the folder of a solution, or in that folder itself, where unpacking puts only its own: the others are in folders
 * below. At most as many as are read of any folder.
 */
function besideOf(parts: readonly string[], files: readonly string[]): readonly string[] {
  const roots = parts.filter((file) => /(?:^|[\\/])solution\.xml$/i.test(file)).map(rootOf);
  return files
    .filter((file) => !parts.includes(file) && !isOwnFile.test(file))
    .filter((file) => roots.every((root) => !file.startsWith(root) || !/[\\/]/.test(file.slice(root.length))))
    .slice(0, mostFilesOfFolder);
}

/** `unpacked/Other/Solution.xml` and `unpacked/solution.xml` are of `unpacked/`. */
function rootOf(file: string): string {
  return file.replace(/(?:(?<=^|[\\/])other[\\/])?solution\.xml$/i, '');
}

// cspell:ignore cdsproj
/** What packing and its tools put into the folder of a solution. */
const isOwnFile = /(?:^|[\\/])(?:\[Content_Types\]\.xml|[^\\/]+\.cdsproj)$/i;

/** A link to a file is one; a link to a folder may lead in a circle. */
async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() === true;
}
