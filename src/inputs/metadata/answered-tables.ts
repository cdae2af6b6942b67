import { definitionColumns } from '../../adapters/dataverse/read-dataverse-tables.js';
import { entityOf, rows as finopsRows } from '../../adapters/finops/read-finops-entities.js';
import type { RecordedAnswer } from '../../adapters/recorded/recorded-answer.js';
import { groupsBy } from '../../facts/groups-by.js';
import { isBlank } from '../../facts/keys.js';
import { parseWith } from '../../facts/parse-with.js';
import { factSchemas } from '../../facts/schemas.js';
import { missingPageOf } from '../../maps/missing-page-of.js';
import { type Page, pagesIn } from '../../maps/pages-in.js';
import { unwrapped } from '../documents-in.js';
import { isRecord } from '../json-content.js';
import type { EntityNames } from './name-entities.js';
import { TableCollector } from './table-collector.js';
import { entityKeys, partOfRow, type TablePart } from './table-part.js';

/** What answers say about tables. */
export interface AnsweredTables {
  readonly parts: readonly TablePart[];
  readonly names: EntityNames;
  /** What would make it whole, each a phrase. */
  readonly lacks: readonly string[];
  /** Whether some of it is about something else. */
  readonly hasOthers: boolean;
}

type Row = Readonly<Record<string, unknown>>;

/** What a row is about. */
type Subject =
  | 'fact'
  | 'definition'
  | 'column'
  | 'key'
  | 'lookup'
  | 'public-entity'
  | 'managed-entity'
  | 'data-entity'
  | 'other';

/**
 * What answers of `EntityDefinitions` and of the metadata service of finance and operations say about tables, in any order: whole
 * tables, or only their columns, keys or lookups. Rows of the fact `tableMetadata` are taken too.
 */
export function answeredTables(answers: readonly RecordedAnswer[]): AnsweredTables {
  const lacks = new Set<string>();
  const tables = new TableCollector();
  const parts: TablePart[] = [];
  const managed: EntityNames['managed'][number][] = [];
  const published: EntityNames['published'][number][] = [];
  const lists = new Map<Subject, Page[]>();
  let hasOthers = answers.length === 0;
  for (const [index, answer] of answers.entries()) takeAnswer(answer, index);
  if (tables.lost > 0) lacks.add(lostRows);
  for (const pages of lists.values()) {
    const missing = missingPageOf(pages);
    if (missing !== undefined) lacks.add(missing);
  }
  const all = [...parts, ...tables.parts()];
  for (const { table, hasAllColumns } of all) {
    if (!hasAllColumns && table.columns != null && table.columns.length > 0)
      lacks.add(`not all columns of ${table.name} were given`);
  }
  return { parts: all, names: { managed, published }, lacks: [...lacks], hasOthers };

  function takeAnswer({ address, ...answer }: RecordedAnswer, index: number): void {
    const { status, body } = unwrapped(answer.body);
    if (answer.lack !== undefined) lacks.add(answer.lack);
    if (Math.max(status, answer.status) < firstError) {
      for (const page of pagesIn(body, index)) takePage(page, address);
    } else {
      lacks.add(errorInPlace);
      hasOthers = true;
    }
  }

  function takePage(page: Page, address: RecordedAnswer['address']): void {
    const path = address?.path ?? /\$metadata#(.*)$/s.exec(page.context)?.[1] ?? contextIn(page.rows[0]);
    if (page.isError) lacks.add(errorInPlace);
    if (page.gap !== undefined && !readById.test(path)) lacks.add(page.gap);
    if (page.rows.length === 0 && !isAboutTables(path)) hasOthers = true;
    const owner = /^EntityDefinitions\((?:LogicalName=)?'([^']+)'\)/i.exec(path)?.[1];
    const isFiltered = leavesOut(address, owner !== undefined);
    for (const [subject, rows] of groupsBy(page.rows, (row) => subjectOf(row, path))) take(subject, rows);

    function take(subject: Subject, rows: readonly unknown[]): void {
      if (address === undefined && describing.has(subject) && !isWholeByContext(path)) lacks.add(withoutAddress);
      if (subject !== 'column') pagesOf(subject).push(page);
      switch (subject) {
        case 'fact':
          takeFactRows(rows);
          return;
        case 'definition':
          // Safe: only records have a subject.
          for (const row of rows) tables.addDefinition(row as Row, isFiltered);
          return;
        case 'column':
          ofOwners(rows, 'EntityLogicalName', (name, own) =>
            tables.addColumns(name, { ...page, rows: own }, isFiltered || !isWholeList(path, own)),
          );
          return;
        case 'key':
          ofOwners(rows, 'EntityLogicalName', (name, own) => takeList(name, 'keys', own));
          return;
        case 'lookup':
          ofOwners(rows, 'ReferencingEntity', (name, own) => takeList(name, 'relationships', own));
          return;
        case 'public-entity':
          takePublicEntities(rows);
          return;
        case 'managed-entity':
          takeParsed(finopsRows().managed, rows, (row) => managed.push(row));
          return;
        case 'data-entity':
          takeParsed(finopsRows().dataEntity, rows, (row) => published.push(row));
          return;
        case 'other':
          hasOthers = true;
      }
    }

    function pagesOf(subject: Subject): Page[] {
      const pages = lists.get(subject) ?? [];
      lists.set(subject, pages);
      return pages;
    }

    function takeList(name: string, list: 'keys' | 'relationships', rows: readonly unknown[]): void {
      if (!isFiltered && page.nextLink === undefined && !readById.test(path)) tables.addList(name, list, rows);
    }

    /** Rows say of which table they are, unless the address does. */
    function ofOwners(
      rows: readonly unknown[],
      property: string,
      takeOwn: (name: string, rows: readonly unknown[]) => void,
    ): void {
      for (const [name, own] of groupsBy(rows, (row) => owner ?? textOf(row, property))) {
        if (name === undefined) lacks.add('columns or keys do not name their table: save them with their address');
        else takeOwn(name, own);
      }
    }
  }

  function takeFactRows(rows: readonly unknown[]): void {
    const whole = parseWith(factSchemas().tableMetadata, rows);
    if (whole.isErr()) lacks.add(whole.error.because);
    for (const row of rows) {
      const { data } = factSchemas().tableMetadata.def.element.safeParse(row);
      if (data !== undefined) parts.push(partOfRow(data, 'description'));
    }
  }

  function takePublicEntities(rows: readonly unknown[]): void {
    takeParsed(finopsRows().publicEntity, rows, (entity) => {
      const set = isBlank(entity.EntitySetName) ? undefined : entity.EntitySetName;
      parts.push({
        source: 'metadata-service',
        table: entityOf(entity, set ?? entity.Name),
        hasAllColumns: true,
        keys: entityKeys([entity.Name, set ?? entity.Name]),
      });
    });
  }

  function takeParsed<T>(
    schema: { safeParse: (value: unknown) => { data?: T | undefined } },
    rows: readonly unknown[],
    take: (row: T) => void,
  ): void {
    for (const row of rows) {
      const { data } = schema.safeParse(row);
      if (data === undefined) lacks.add(lostRows);
      else take(data);
    }
  }
}

const firstError = 400;
const errorInPlace = 'an answer is an error of the service';
const lostRows = 'rows that could not be understood were left out';
const withoutAddress = 'saved without the address that would show whether columns were left out';

const readById = /\$entity$/;

/** Whether the path of an answer is one that is about tables. */
export function isAboutTables(path: string): boolean {
  return /^(?:EntityDefinitions|PublicEntities|DataEntities|DataManagementEntities)\b/i.test(path);
}

/** The subjects that say which columns and keys there are. */
const describing: ReadonlySet<Subject> = /* @__PURE__ */ new Set([
  'definition',
  'column',
  'key',
  'lookup',
  'public-entity',
]);

function subjectOf(row: unknown, path: string): Subject {
  if (!isRecord(row)) return 'other';
  if ('side' in row && 'name' in row) return 'fact';
  if ('Name' in row && Array.isArray(row.Properties)) return 'public-entity';
  if ('EntityName' in row && 'TargetName' in row) return 'managed-entity';
  if ('Name' in row && 'PublicEntityName' in row) return 'data-entity';
  if (Array.isArray(row.KeyAttributes)) return 'key';
  if ('ReferencingAttribute' in row && 'ReferencedEntity' in row) return 'lookup';
  if (!('LogicalName' in row)) return 'other';
  if (/\/Attributes\b/i.test(path) || 'AttributeType' in row || 'AttributeTypeName' in row) return 'column';
  const isDefinition = /^EntityDefinitions\b/i.test(path) || definitionColumns.select.every((column) => column in row);
  return isDefinition || Array.isArray(row.Attributes) || Array.isArray(row.Keys) ? 'definition' : 'other';
}

/** A row that was read by its id has the context itself. */
function contextIn(row: unknown): string {
  return /\$metadata#(.*)$/s.exec(textOf(row, '@odata.context') ?? '')?.[1] ?? '';
}

/** Whether an address leaves out columns: of the list of a table, or of expanded lists. Tables that it leaves out are not known anyway. */
function leavesOut(address: RecordedAnswer['address'], isOfTable: boolean): boolean {
  const query = address?.query ?? {};
  if (/\((?:[^()]*;)?\s*\$(?:filter|top|skip)=/i.test(query.$expand ?? '')) return true;
  return isOfTable && ['$filter', '$top', '$skip', '$apply'].some((option) => option in query);
}

/** Neither one column, nor the columns of one type; without an address, a list of all columns contains the primary key. */
function isWholeList(path: string, rows: readonly unknown[]): boolean {
  if (path !== '') return !/\/Attributes(?:\(LogicalName=|\('|\/)|\$entity$/i.test(path);
  return rows.some((row) => /^uniqueidentifier$/i.test(textOf(row, 'AttributeType') ?? ''));
}

/** What the readers ask for: the context of the answer names exactly these columns, or all. */
function isWholeByContext(path: string): boolean {
  const { select, expand } = definitionColumns;
  const asked = `EntityDefinitions(${[...select, ...expand].join().replaceAll('$select=', '')})`;
  const columns = path.replace(/\/\$entity$/, '');
  return columns === asked || /^(?:PublicEntities|DataEntities)$/i.test(columns);
}

function textOf(row: unknown, property: string): string | undefined {
  const value = isRecord(row) ? row[property] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
