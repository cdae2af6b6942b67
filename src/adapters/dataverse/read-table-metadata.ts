import { ok, type Result } from 'neverthrow';
import { type Fact, known, type Unknown } from '../../facts/fact.js';
import { isBlank } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import type { EntityMap } from '../../maps/entity-map.js';
import { sidesOf } from '../../maps/parse-mapping.js';
import { readFinopsEntities } from '../finops/read-finops-entities.js';
import type { Rows } from '../odata/rows.js';
import type { Service } from '../odata/service.js';
import type { RowProblem } from '../row-problem.js';
import type { TablesRead } from '../tables-read.js';
import { readDataverseTables } from './read-dataverse-tables.js';

/** The services that hold the two sides of the maps. Without finance and operations, only the Dataverse side is read. */
interface BothSides {
  readonly dataverse: Service;
  readonly finops: Service | undefined;
}

/** The columns and keys of all tables and entities that saved maps name. If one side cannot be read, the other is kept. */
export async function readTableMetadata(
  { dataverse, finops }: BothSides,
  versions: Result<Rows<EntityMap>, Unknown>,
  onRowProblem: (problem: RowProblem) => void,
  signal: AbortSignal,
): Promise<Fact<Facts['tableMetadata']>> {
  if (versions.isErr()) return versions.error;
  const { rows: maps, coverage, detail } = versions.value;
  const [tables, entities] = await Promise.all([
    readDataverseTables(dataverse, maps, signal),
    finops === undefined ? ok<TablesRead, Unknown>(nothing) : readFinopsEntities(finops, entitiesOf(maps), signal),
  ]);
  if (tables.isErr() && (finops === undefined || entities.isErr())) return tables.error;
  const read = [tables.unwrapOr(nothing), entities.unwrapOr(nothing)] as const;
  report(read[0].absent, 'Dataverse has no table of this name');
  report(read[1].absent, 'finance and operations has no public data entity of this name');
  const missing = [
    ...(coverage === 'partial' ? [`not all saved maps were read: ${detail}`] : []),
    ...(tables.isErr() ? [`Dataverse ${unread(tables.error)}`] : []),
    ...(entities.isErr() ? [`finance and operations ${unread(entities.error)}`] : []),
  ];
  return known(
    read.flatMap(({ found }) => found),
    missing.length === 0 ? {} : { coverage: 'partial', detail: missing.join('; ') },
  );

  function report(names: readonly string[], problem: string): void {
    for (const name of names) onRowProblem({ fact: 'tableMetadata', id: name.toLowerCase(), problem });
  }
}

function unread({ reason, detail }: Unknown): string {
  return `could not be read (${detail ?? reason})`;
}

const nothing: TablesRead = { found: [], absent: [] };

function entitiesOf(maps: readonly EntityMap[]): readonly string[] {
  const legs = maps.flatMap(({ mapping }) => mapping?.legs ?? []);
  return legs.flatMap((leg) => sidesOf(leg).finopsEntity ?? []).filter((name) => !isBlank(name));
}
