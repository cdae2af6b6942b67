import type { EntityMap } from '../../maps/entity-map.js';
import { mapNameKey } from '../../maps/map-name.js';
import { type SelectedVersion, type SelectVersionFault, selectVersion } from '../../maps/select-version.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { readAllMaps } from '../read-maps.js';

/** The arguments of `maps use`, as read from the command line. */
interface UseArguments {
  readonly files: readonly string[];
  readonly map: string;
  readonly version?: string | undefined;
  readonly publisher?: string | undefined;
}

export interface ChosenVersion {
  /** The name of the map as its rows write it. */
  readonly map: string;
  readonly chosen: SelectedVersion | SelectVersionFault;
}

/** Finds which saved version of a map would be used. Exit code: 0 one is selected, 1 none can be. */
export async function run({ files, map, ...wanted }: UseArguments): Promise<CommandResult<ChosenVersion>> {
  const maps = await readAllMaps(files);
  if (maps.isErr()) return couldNotRun(maps.error);
  const isWanted = new Set(namesOf(map).map(mapNameKey));
  const versions = maps.value.filter(({ name }) => name !== '' && isWanted.has(mapNameKey(name)));
  const [first] = versions;
  if (first === undefined) return couldNotRun(noneOfThatName(map, maps.value));
  const selected = selectVersion(versions, wanted);
  const chosen = selected.isOk() ? selected.value : selected.error;
  return { type: 'done', result: { map: first.name, chosen }, exitCode: selected.isOk() ? 0 : 1 };
}

/** `accounts - Customers V3`, which the Dual-write page writes `Customers V3 (accounts)`. */
function namesOf(map: string): readonly string[] {
  const [, entity, table] = /^(.+?) *\(([^()]+)\) *$/.exec(map) ?? [];
  return entity === undefined || table === undefined ? [map] : [map, `${table} - ${entity}`];
}

const mostNamed = 10;

function noneOfThatName(map: string, maps: readonly EntityMap[]): string {
  const names = [...new Set(maps.map(({ name }) => name).filter((name) => name !== ''))].sort();
  if (names.length === 0) return `--map ${map}: the files have no map with a name`;
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  return `--map ${map}: the files have ${names.slice(0, mostNamed).join(', ')}${more}`;
}
