import { describe, expect, test } from 'vitest';
import { chosenThings, droppedThings } from '../../site/workbench/dropped-files.js';

/** Files of a folder that was chosen, by their paths. */
function chosen(...paths: readonly string[]) {
  return chosenThings(
    paths.map((path) => {
      const file = new File([''], path.split('/').at(-1) ?? '');
      return Object.defineProperty(file, 'webkitRelativePath', { value: path });
    }),
  );
}

const namesOf = ({ things }: ReturnType<typeof chosenThings>) =>
  things.map(({ name, files }) => [name, files.length] as const);

describe('a folder that was chosen', () => {
  test.each<[string, readonly string[], readonly (readonly [string, number])[]]>([
    [
      'single files',
      ['all/a.json', 'all/deep/b.har'],
      [
        ['all/a.json', 1],
        ['all/deep/b.har', 1],
      ],
    ],
    [
      'an unpacked solution is one card',
      ['maps/solution.xml', 'maps/customizations.xml', 'maps/dualwriteentitymap/a.xml', 'maps/notes.txt'],
      [['maps', 3]],
    ],
    [
      'as the command-line tool of the platform unpacks it',
      ['maps/Other/Solution.xml', 'maps/Other/Customizations.xml', 'maps/dualwriteentitymap/a.xml'],
      [['maps', 3]],
    ],
    [
      'two of them, beside other files',
      [
        'all/one/solution.xml',
        'all/one/customizations.xml',
        'all/snapshot.json',
        'all/two/other/solution.xml',
        'all/two/other/customizations.xml',
        'all/two/dualwriteentitymap/b.xml',
      ],
      [
        ['all/one', 2],
        ['all/two', 3],
        ['all/snapshot.json', 1],
      ],
    ],
    [
      'a manifest alone is a file',
      ['all/solution.xml', 'all/a.json'],
      [
        ['all/a.json', 1],
        ['all/solution.xml', 1],
      ],
    ],
    [
      'what tools keep for themselves is left out',
      ['all/.git/a.json', 'all/node_modules/b.json', 'all/c.json'],
      [['all/c.json', 1]],
    ],
  ])('%s', (_, paths, wanted) => {
    expect(namesOf(chosen(...paths))).toEqual(wanted);
    expect(chosen(...paths).notes).toEqual([]);
  });

  test('every cut is announced', () => {
    const many = chosen(...Array.from({ length: 1_001 }, (_one, index) => `all/${index}.json`));
    expect(many.things).toHaveLength(1_000);
    expect(many.notes).toEqual(['all: of 1001 files only the first 1000 were read']);
    expect(chosen('all/1/2/3/4/a.json', 'all/b.json').notes).toEqual([
      'all: folders more than 3 levels deep were not read',
    ]);
  });
});

/** What a browser gives for a folder that was dropped; a file without content cannot be opened. */
interface Folder {
  readonly [name: string]: string | null | Folder;
}

/** Only what the code asks for. */
function dropOf(name: string, folder: Folder, with_: 'handles' | 'entries'): DataTransfer {
  const item = {
    kind: 'file',
    getAsFile: () => null,
    webkitGetAsEntry: () => entryOf(name, folder),
    ...(with_ === 'handles' ? { getAsFileSystemHandle: async () => handleOf(name, folder) } : {}),
  };
  return { items: [item] } as unknown as DataTransfer; // safe: as above
}

function handleOf(name: string, content: Folder[string]): object {
  if (content === null || typeof content === 'string')
    return {
      kind: 'file',
      name,
      getFile: () =>
        content === null ? Promise.reject(new Error('gone')) : Promise.resolve(new File([content], name)),
    };
  return {
    kind: 'directory',
    name,
    async *values() {
      for (const [own, inside] of Object.entries(content)) yield handleOf(own, inside);
    },
  };
}

function entryOf(name: string, content: Folder[string]): object {
  if (content === null || typeof content === 'string')
    return {
      name,
      isFile: true,
      isDirectory: false,
      file: (resolve: (file: File) => void, reject: () => void) =>
        content === null ? reject() : resolve(new File([content], name)),
    };
  return {
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => {
      const batches = [Object.entries(content).map(([own, inside]) => entryOf(own, inside))];
      return { readEntries: (resolve: (some: readonly object[]) => void) => resolve(batches.pop() ?? []) };
    },
  };
}

describe.each(['handles', 'entries'] as const)('a folder that was dropped, with %s', (with_) => {
  test('a file that cannot be opened costs only itself, and is counted', async () => {
    const { things, notes } = await droppedThings(
      dropOf('all', { 'a.json': '{}', 'b.json': null, deep: { 'c.json': '{}' } }, with_),
    );
    expect(things.map(({ name }) => name)).toEqual(['all/a.json', 'all/deep/c.json']);
    expect(notes.join()).toContain('does not open 1 of the files');
  });

  test('what is near is read first, however much there is below', async () => {
    const below = Object.fromEntries(Array.from({ length: 21_000 }, (_one, index) => [`${index}.json`, '{}']));
    const { things, notes } = await droppedThings(
      dropOf('all', { a: { 'near.json': '{}' }, z: { b: { c: { d: below } } } }, with_),
    );
    expect(things.map(({ name }) => name)).toEqual(['all/a/near.json']);
    expect(notes).toEqual(['all: folders more than 3 levels deep were not read']);
  });
});
