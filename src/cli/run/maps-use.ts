import type { Known } from '../../facts/fact.js';
import type { EntityMap } from '../../maps/entity-map.js';
import { type MapCoverage, mapCoverage } from '../../maps/map-coverage.js';
import { mapNameKey } from '../../maps/map-name.js';
import { type SelectedVersion, type SelectVersionFault, selectVersion } from '../../maps/select-version.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { readMaps } from '../read-maps.js';

/** The arguments of `maps use`, as read from the command line. */
interface UseArguments {
  readonly files: readonly string[];
  readonly map: string;
  readonly version?: string | undefined;
  readonly publisher?: string | undefined;
}

export interface ChosenVersion extends MapCoverage {
  /** The name of the map as its rows write it. */
  readonly map: string;
  readonly chosen: SelectedVersion | SelectVersionFault;
}

/** Finds which saved version of a map would be used. Exit code: 0 one is selected, 1 none can be, 2 a newer one may be saved. */
export async function run({ files, map, ...wanted }: UseArguments): Promise<CommandResult<ChosenVersion>> {
  const read = await readMaps(files);
  if (read.isErr()) return couldNotRun(read.error);
  const maps = read.value.value;
  const versions = versionsOf(map, maps);
  const [first] = versions;
  if (first === undefined) return couldNotRun(noneOfThatName(map, maps, read.value));
  const selected = selectVersion(versions, wanted);
  const chosen = selected.isOk() ? selected.value : selected.error;
  const result = { map: first.name, chosen, ...mapCoverage(read.value) };
  return { type: 'done', result, exitCode: exitCodeOf(result) };
}

/** The rows with that name, in whatever form; otherwise those of that entity and table. */
function versionsOf(map: string, maps: readonly EntityMap[]): readonly EntityMap[] {
  const key = mapNameKey(map);
  if (key === '') return [];
  const named = maps.filter(({ name }) => mapNameKey(name) === key);
  if (named.length > 0) return named;
  return maps.filter(
    ({ finopsEntity = '', dataverseTable = '' }) => mapNameKey({ finopsEntity, dataverseTable }) === key,
  );
}

export function exitCodeOf({ chosen, coverage }: ChosenVersion): 0 | 1 | 2 {
  if ('type' in chosen) return 1;
  return coverage === 'partial' && chosen.reason !== 'asked-for' ? 2 : 0;
}

const mostNamed = 10;

function noneOfThatName(map: string, maps: readonly EntityMap[], { coverage, detail }: Known<unknown>): string {
  const rest = coverage === 'partial' ? `, and not all maps are there: ${detail}` : '';
  const names = [...new Set(maps.map(({ name }) => name).filter((name) => name !== ''))].sort();
  if (names.length === 0) return `--map ${map}: the files have no map with a name${rest}`;
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  return `--map ${map}: the files have ${names.slice(0, mostNamed).join(', ')}${more}${rest}`;
}
