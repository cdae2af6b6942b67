// cspell:ignore cdsproj
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readInputs } from '../../src/cli/read-inputs.js';
import { readMapFiles } from '../../src/cli/read-maps.js';
import { resultsOf } from '../../src/inputs/index.js';
import { shippedMaps } from '../support/entity-maps.js';
import { customizations, manifest } from '../support/solution-files.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dual-write-health-beside-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const rows = shippedMaps().slice(0, 2);

function write(name: string, content = ''): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** What belongs to a solution, and says nothing about maps. */
const ownFiles = ['[Content_Types].xml', 'Contoso.cdsproj', 'Entities/account/Entity.xml', 'Workflows/a.json'];

function writeSolution(place: string, parts: string): void {
  write(`${place}${parts}solution.xml`, manifest());
  write(`${place}${parts}customizations.xml`, customizations(rows));
  for (const name of ownFiles) write(`${place}${name}`, '{}');
}

/** The files that are not used, and why, as the command shows them. */
async function unusedIn(path: string): Promise<readonly (readonly [string | undefined, string])[]> {
  const inputs = await readInputs([path]);
  const { unused, results } = await resultsOf(inputs._unsafeUnwrap(), { now: new Date('2026-11-20T10:00:00Z') });
  expect(results.map(({ kind }) => kind)).toContain('map-list');
  return unused.map(({ name, because }) => [name, because]);
}

describe('files beside an unpacked solution', () => {
  test.each([
    ['in its folder', '', '', ['capture.har', 'error.txt']],
    ['in its folder, as other tools unpack it', '', 'Other/', ['capture.har', 'error.txt']],
    ['beside its folder', 'unpacked/', '', ['capture.har', 'error.txt', 'more/rows.json']],
    ['beside its folder, as other tools unpack it', 'unpacked/', 'Other/', ['capture.har', 'more/rows.json']],
    ['both', 'unpacked/', 'Other/', ['error.txt', 'unpacked/notes.md', 'unpacked2/error.txt']],
  ])('%s: each is named as not used', async (_where, place, parts, others) => {
    writeSolution(place, parts);
    for (const name of others) write(name, 'Unable to get access token');
    const unused = await unusedIn(folder);
    expect(unused.map(([name]) => name)).toEqual(others.map((name) => join(folder, name)).sort());
    for (const [, because] of unused) expect(because).toContain('beside an unpacked solution');
  });

  test.each([
    ['', ''],
    ['', 'Other/'],
    ['unpacked/', ''],
    ['unpacked/', 'Other/'],
  ])('the files of the solution itself in "%s%s" are not beside it', async (place, parts) => {
    writeSolution(place, parts);
    expect(await unusedIn(folder)).toEqual([]);
  });

  test('take nothing from the maps of the solution', async () => {
    writeSolution('', '');
    const alone = (await readMapFiles([folder]))._unsafeUnwrap();
    write('error.txt', 'Unable to get access token');
    expect((await readMapFiles([folder]))._unsafeUnwrap()).toEqual(alone);
    expect(alone.rows?.value).toHaveLength(rows.length);
  });

  test('of two solutions, files in the folder of either and between them', async () => {
    writeSolution('a/', '');
    writeSolution('b/', 'Other/');
    write('between.txt', 'Unable to get access token');
    write('b/inside.txt', 'Unable to get access token');
    const inputs = (await readInputs([folder]))._unsafeUnwrap();
    expect(inputs.filter(({ kind }) => kind === 'unknown').map(({ name }) => name)).toEqual([
      join(folder, 'b/inside.txt'),
      join(folder, 'between.txt'),
    ]);
  });
});
