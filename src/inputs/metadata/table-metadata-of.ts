import { capturedTables } from '../../adapters/gateway/captured-tables.js';
import { knownSetOf } from '../../adapters/recorded/known-sets.js';
import type { RecordedAnswer } from '../../adapters/recorded/recorded-answer.js';
import { type Fact, known } from '../../facts/fact.js';
import type { Facts } from '../../facts/schemas.js';
import type { Input } from '../input.js';
import { answeredTables, isAboutTables } from './answered-tables.js';
import { mergeParts } from './merge-parts.js';
import { nameEntities } from './name-entities.js';
import { partOfRow, type Table } from './table-part.js';

/** What an input says about tables. */
interface TablesIn {
  /** Answers of the metadata services, which may be parts of one list. */
  readonly answers?: readonly RecordedAnswer[];
  /** Tables that it describes itself. */
  readonly tables?: readonly Table[];
  /** What dual-write keeps of tables. */
  readonly captured?: readonly Table[];
  readonly lacks?: readonly string[];
  /** The fact, if it is not known. */
  readonly unread?: Fact<Facts['tableMetadata']>;
}

/**
 * The fact `tableMetadata` of everything in the inputs that describes tables: answers of the metadata services, `$metadata`
 * documents, schemas of the Dual-write page, snapshots and rows of the fact. What they say about one table is put together. The
 * fact is partial where one of them is.
 *
 * @param entitiesOfMaps - the names of entities in maps: entities that are known by public names only are found by these too
 * @returns `undefined` if no input describes tables
 */
export function tableMetadataOf(
  inputs: readonly Input[],
  entitiesOfMaps: Iterable<string> = [],
): Fact<Facts['tableMetadata']> | undefined {
  const found = inputs.flatMap((input) => tablesIn(input) ?? []);
  const [first, ...others] = found;
  if (first === undefined) return undefined;
  if (others.length === 0 && first.unread !== undefined) return first.unread;
  const answered = answeredTables(found.flatMap(({ answers = [] }) => answers).sort(byTime));
  const captured = found.flatMap((one) => one.captured ?? []);
  const parts = [
    ...answered.parts,
    ...found.flatMap(({ tables = [] }) => tables.map((table) => partOfRow(table, 'description'))),
    ...captured.map((table) => partOfRow(table, 'capture')),
  ];
  const lacks = new Set([
    ...answered.lacks,
    ...found.flatMap((one) => one.lacks ?? []),
    ...(captured.some(({ columns }) => columns == null) ? [withoutColumns] : []),
  ]);
  return known(
    nameEntities(mergeParts(parts), answered.names, entitiesOfMaps),
    lacks.size === 0 ? {} : { coverage: 'partial', detail: [...lacks].join('; ') },
  );
}

/** Whether an input says something about tables. */
export function describesTables(input: Input): boolean {
  return tablesIn(input) !== undefined;
}

function tablesIn(input: Input): TablesIn | undefined {
  switch (input.kind) {
    case 'snapshot':
      return ofFact(input.snapshot.facts.tableMetadata);
    case 'facts':
      return ofFact(input.facts.facts.tableMetadata);
    case 'table-metadata':
      return input.answers.length === 0
        ? { tables: input.tables, lacks: input.lacks }
        : { answers: input.answers, lacks: lacksOfFile(input) };
    case 'gateway-capture':
      return nonEmpty({ captured: input.answers.flatMap(({ body }) => capturedTables(body)) });
    case 'service-answer':
    case 'har':
      return nonEmpty({
        answers: input.answers.filter(isAbout),
        captured: input.answers.filter(isOfGateway).flatMap(({ body }) => capturedTables(body)),
      });
    default:
      return undefined;
  }
}

function ofFact(fact: Fact<Facts['tableMetadata']> | undefined): TablesIn | undefined {
  if (fact === undefined) return undefined;
  if (fact.status === 'unknown') return { lacks: [fact.detail ?? fact.reason], unread: fact };
  const lacks = fact.coverage === 'partial' ? [fact.detail ?? 'only some of the tables were read'] : [];
  return { tables: fact.value, lacks };
}

/** What the answers of a file lack by themselves, the answers of another file may have. */
function lacksOfFile({ answers, lacks }: Pick<Input & { kind: 'table-metadata' }, 'answers' | 'lacks'>) {
  if (lacks.length === 0) return lacks;
  const own = new Set(answeredTables(answers).lacks);
  return lacks.filter((lack) => !own.has(lack));
}

function nonEmpty(found: TablesIn): TablesIn | undefined {
  return found.answers?.length || found.captured?.length ? found : undefined;
}

/** The later one counts; those without a time stay in the order in which they were given. */
function byTime({ at: a = Infinity }: RecordedAnswer, { at: b = Infinity }: RecordedAnswer): number {
  return a - b || 0;
}

function isOfGateway({ address }: RecordedAnswer): boolean {
  return address?.service === 'gateway';
}

/** Recorded answers are about many things. */
function isAbout(answer: RecordedAnswer): boolean {
  const path = answer.address?.path ?? knownSetOf(answer.body)?.path;
  return path !== undefined && !isOfGateway(answer) && isAboutTables(path);
}

const withoutColumns =
  'field mappings, and tables that dual-write has not read, do not list columns: add an answer of ConnectionSet or of EntityDefinitions, or $metadata';
