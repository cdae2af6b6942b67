import { err, ok, type Result } from 'neverthrow';
import type { Fact } from '../facts/fact.js';
import type { Facts } from '../facts/schemas.js';
import { describesTables, tableMetadataOf } from '../inputs/metadata/table-metadata-of.js';
import { readMaps } from '../rules/map-design/read-maps.js';
import type { Complaint } from './command-result.js';
import { inputInWords } from './input-in-words.js';
import { readInputs } from './read-inputs.js';

/**
 * The columns and keys of tables in files of any form that describes tables, put together.
 *
 * @param maps - the maps that are checked with them: entities that are known by public names only are found by theirs too
 */
export async function readTableMetadata(
  paths: readonly string[],
  maps: Facts['mapDefinitions'],
): Promise<Result<Fact<Facts['tableMetadata']>, Complaint>> {
  const inputs = await readInputs(paths);
  if (inputs.isErr()) return err(inputs.error);
  for (const input of inputs.value) {
    const name = input.name ?? paths.join(', ');
    if (!describesTables(input)) return err(`${name}: ${inputInWords(input, whatDescribesTables)}`);
    const [fault] = input.kind === 'table-metadata' && input.tables.length === 0 ? input.lacks : [];
    if (fault !== undefined) return err(`${name}: ${fault}`);
  }
  const tables = tableMetadataOf(inputs.value, entitiesIn(maps));
  return tables === undefined ? err(`${paths.join(', ')}: expected ${whatDescribesTables}`) : ok(tables);
}

/** One at a time: maps are read only if somebody asks. */
function* entitiesIn(maps: Facts['mapDefinitions']): Generator<string> {
  for (const { legs } of readMaps(maps)) for (const { finopsEntity } of legs) if (finopsEntity) yield finopsEntity;
}

const whatDescribesTables =
  'what describes tables: a snapshot with tableMetadata or its rows, answers of EntityDefinitions or PublicEntities, $metadata, or a captured connection set';
