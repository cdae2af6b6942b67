import { compareMaps, entityMapOf } from '../src/maps/index.js';
import { readSolution } from '../src/solutions/read-solution.js';
import { mapRow } from '../test/support/entity-maps.js';
import { solutionZip } from '../test/support/solution-files.js';
import { atMost, type Section } from './section.js';
import { inTurnsAwaited, type Spread, spreadOfRatios } from './spread.js';

/** Maps and solutions that somebody wrote to be slow to read. */
export async function hostileMaps(): Promise<Section> {
  const measured = await measureHostileMaps();
  return {
    goals: measured.map(({ name, growth }) =>
      atMost(`ten times as much of a hostile map or solution: ${name}`, growth, 20),
    ),
  };
}

/** How many times longer ten times as much of a text takes that is made to be slow. */
interface HostileMap {
  readonly name: string;
  readonly growth: Spread;
}

const one = mapRow('uoms', 'Units');
const around = (field: string) => `{"legs":[{"fieldMappings":[${field}]}]}`;
function repeated<Part>(times: number, part: (index: number) => Part): readonly Part[] {
  return Array.from({ length: times }, (_, index) => part(index));
}
/** The same letters in another letter case for every index. */
const spelled = (index: number) => index.toString(2).padStart(16, '0').replaceAll('0', 'a').replaceAll('1', 'A');

const solutions: Readonly<Record<string, (size: number) => Uint8Array>> = {
  'a requirement of blanks': (size) => solutionZip([one], { requires: [`a${' '.repeat(size * 20)}b`] }),
  'a requirement of parentheses': (size) => solutionZip([one], { requires: [`a${'('.repeat(size * 20)}b`] }),
  'names of files': (size) => {
    const more = repeated(size / 100, (index) => ({
      name: `${'dualwriteentitymap'.repeat(1_000)}${index}`,
      content: '',
    }));
    return solutionZip([one], { more });
  },
};

const documents: Readonly<Record<string, (size: number) => string>> = {
  'a property again and again': (size) => `{${repeated(size, () => '"legs":[]').join()}}`,
  'a property in many spellings': (size) =>
    `{${repeated(size, (index) => `"${spelled(index)}":${index}`).join()},"legs":[]}`,
  'fields of one name': (size) =>
    around(repeated(size, (index) => `{"sourceField":"A","destinationField":"a","x":${index}}`).join()),
  'a value map': (size) =>
    around(
      `{"valueTransforms":[{"transformType":"ValueMap","valueMap":{${repeated(size, (index) => `"${index}a":"b"`).join()}}}]}`,
    ),
  'a text that was truncated': (size) => `{"legs":[${'{},'.repeat(size)}{}]`,
};

async function measureHostileMaps(): Promise<readonly HostileMap[]> {
  const found: HostileMap[] = [];
  for (const [name, archive] of Object.entries(solutions)) {
    found.push({ name, growth: await growth(archive, async (bytes) => void (await readSolution(bytes))) });
  }
  for (const [name, text] of Object.entries(documents)) {
    const compare = async (mapping: string) => {
      const [before, after] = [mapping, ` ${mapping}`].map((msdyn_mapping) => entityMapOf({ ...one, msdyn_mapping }));
      if (before !== undefined && after !== undefined) compareMaps(before, after);
    };
    found.push({ name, growth: await growth(text, compare) });
  }
  return found;
}

const size = 5_000;

async function growth<Input>(make: (size: number) => Input, run: (input: Input) => Promise<void>): Promise<Spread> {
  const [small, large] = [make(size), make(size * 10)];
  const pairs = await inTurnsAwaited(
    5,
    () => run(large),
    () => run(small),
  );
  return spreadOfRatios(pairs);
}
