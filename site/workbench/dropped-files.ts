import { deepestFolder, isLeftOut, isPartOfSolution, mostFilesOfFolder } from '../../src/inputs/folder-rules.js';
import type { GivenFile } from './messages.js';

/** What becomes one card: a file, or an unpacked solution. */
export interface DroppedThing {
  readonly name: string;
  readonly files: readonly GivenFile[];
}

export interface DroppedThings {
  readonly things: readonly DroppedThing[];
  /** What of a folder is not among them. */
  readonly notes: readonly string[];
}

/** Files and folders that were dropped. They have to be asked for at once: later the browser has forgotten them. */
export async function droppedThings(transfer: DataTransfer): Promise<DroppedThings> {
  const dropped = [...transfer.items].flatMap((item) => (item.kind === 'file' ? [droppedItem(item)] : []));
  const loose: GivenFile[] = [];
  const folders: DroppedThings[] = [];
  for (const { entry, file, handle } of dropped) {
    if (entry !== null && isFolder(entry)) folders.push(await folderOf(entry, handle));
    else if (file !== null) loose.push({ name: file.name, file });
  }
  return {
    things: [...looseThings(loose), ...folders.flatMap((one) => one.things)],
    notes: folders.flatMap((one) => one.notes),
  };
}

/** What some browsers give for what was dropped. */
interface FolderHandle {
  readonly kind: 'directory';
  readonly name: string;
  values(): AsyncIterable<FolderHandle | FileHandle>;
}
interface FileHandle {
  readonly kind: 'file';
  readonly name: string;
  getFile(): Promise<File>;
}

function droppedItem(item: DataTransferItem) {
  // Safe: it is called only where it is there.
  const { getAsFileSystemHandle } = item as { getAsFileSystemHandle?: () => Promise<FolderHandle | FileHandle | null> };
  const handle = getAsFileSystemHandle?.call(item).catch(() => null);
  return { entry: item.webkitGetAsEntry(), file: item.getAsFile(), handle };
}

/** A page from a disk gets no files out of the entry of a folder, but it does from its handle, where the browser has those. */
async function folderOf(
  entry: FileSystemDirectoryEntry,
  handle: Promise<FolderHandle | FileHandle | null> | undefined,
): Promise<DroppedThings> {
  const opened = await handle;
  const { files, unread } =
    opened?.kind === 'directory' ? await filesOfHandle(opened, entry.name) : await filesUnder(entry, entry.name);
  const things = inFolder(entry.name, files);
  if (unread === 0) return things;
  const note = `${entry.name}: the browser does not open ${unread} of the files in it; use the button that chooses a folder`;
  return files.length === 0 ? { things: [], notes: [note] } : { ...things, notes: [...things.notes, note] };
}

async function filesOfHandle(folder: FolderHandle, path: string): Promise<FilesUnder> {
  const files: GivenFile[] = [];
  let unread = 0;
  const folders = [{ folder, path }];
  // Also those that are added meanwhile: what is near comes first.
  for (const next of folders) {
    try {
      for await (const one of next.folder.values()) {
        if (files.length >= mostWalked) return { files, unread };
        const name = `${next.path}/${one.name}`;
        if (isLeftOut(one.name)) continue;
        if (one.kind === 'directory') folders.push({ folder: one, path: name });
        else
          await one.getFile().then(
            (file) => files.push({ name, file }),
            () => (unread += 1),
          );
      }
    } catch {
      unread += 1; // a folder that the browser may not look into
    }
  }
  return { files, unread };
}

/** Files that were chosen, or those of a folder that was chosen, whose names are relative to it. */
export function chosenThings(files: readonly File[]): DroppedThings {
  const folder = files[0]?.webkitRelativePath.split('/')[0] ?? '';
  if (folder === '') return { things: looseThings(files.map((file) => ({ name: file.name, file }))), notes: [] };
  return inFolder(
    folder,
    files.map((file) => ({ name: file.webkitRelativePath, file })),
  );
}

/** The two files that make an unpacked solution are one card. */
function looseThings(files: readonly GivenFile[]): readonly DroppedThing[] {
  const parts = files.filter(({ name }) => isPartOfSolution(name));
  const others = files.filter((one) => parts.length < 2 || !parts.includes(one));
  return [
    ...(parts.length < 2 ? [] : [{ name: `${parts[0]?.name} and ${parts.length - 1} more`, files: parts }]),
    ...others.map((one) => ({ name: one.name, files: [one] })),
  ];
}

function inFolder(name: string, all: readonly GivenFile[]): DroppedThings {
  const files = all.filter((one) => !one.name.split('/').some(isLeftOut)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const solutions = solutionsAmong(files);
  const others = files.filter((one) => !solutions.some(({ name: root }) => one.name.startsWith(`${root}/`)));
  const near = others.filter((one) => one.name.split('/').length - 1 <= deepestFolder);
  const read = near.slice(0, mostFilesOfFolder);
  return {
    things: [...solutions, ...read.map((one) => ({ name: one.name, files: [one] }))],
    notes: [
      ...(near.length < others.length ? [`${name}: folders more than ${deepestFolder} levels deep were not read`] : []),
      ...(read.length < near.length
        ? [`${name}: of ${near.length} files only the first ${mostFilesOfFolder} were read`]
        : []),
      ...(files.length === 0 ? [`${name}: is an empty folder`] : []),
    ],
  };
}

/** The unpacked solutions among the files of a folder, wherever they lie in it; each is one card. */
function solutionsAmong(files: readonly GivenFile[]): readonly DroppedThing[] {
  const parts = files.filter(({ name }) => isPartOfSolution(name));
  const roots = parts.flatMap(({ name }) => /^(.+?)(?:\/other)?\/solution\.xml$/i.exec(name)?.[1] ?? []);
  return roots
    .filter((root) => !roots.some((other) => root.startsWith(`${other}/`)))
    .map((root) => ({ name: root, files: parts.filter(({ name }) => name.startsWith(`${root}/`)) }))
    .filter((one) => one.files.some(({ name }) => /\/customizations\.xml$/i.test(name)));
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function fileOf(entry: FileSystemFileEntry): Promise<File | undefined> {
  return new Promise((resolve) => {
    entry.file(resolve, () => resolve(undefined));
  });
}

/** A folder with far more files than are read is not walked to its end. */
const mostWalked = 20 * mostFilesOfFolder;

interface FilesUnder {
  readonly files: readonly GivenFile[];
  /** How many the browser does not open. */
  readonly unread: number;
}

async function filesUnder(folder: FileSystemDirectoryEntry, path: string): Promise<FilesUnder> {
  const files: GivenFile[] = [];
  let unread = 0;
  const folders = [{ folder, path }];
  for (const next of folders) {
    for (const entry of await entriesOf(next.folder)) {
      if (files.length >= mostWalked) return { files, unread };
      const name = `${next.path}/${entry.name}`;
      if (isLeftOut(entry.name)) continue;
      if (isFolder(entry)) folders.push({ folder: entry, path: name });
      if (!isFile(entry)) continue;
      const file = await fileOf(entry);
      if (file === undefined) unread += 1;
      else files.push({ name, file });
    }
  }
  return { files, unread };
}

/** A reader answers with some hundred entries at a time, and with none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
