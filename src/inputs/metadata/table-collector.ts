import * as z from 'zod/mini';
import { type Definition, definitionRow, tableOf } from '../../adapters/dataverse/read-dataverse-tables.js';
import { isBlank, nameKey } from '../../facts/keys.js';
import { once } from '../../facts/once.js';
import { missingPageOf } from '../../maps/missing-page-of.js';
import type { Page } from '../../maps/pages-in.js';
import { isRecord } from '../json-content.js';
import { dataverseKeys, type TablePart } from './table-part.js';

type Attribute = Definition['Attributes'][number] & { readonly Targets?: readonly string[] | undefined };

/** What is known of a table so far. */
interface Collected {
  readonly logicalName: string;
  setName: string | undefined;
  readonly attributes: Map<string, Attribute>;
  hasAllColumns: boolean;
  /** Answers that hold nothing but its columns. */
  readonly pages: Page[];
  keys: Definition['Keys'];
  relationships: Definition['ManyToOneRelationships'];
}

/** Puts the tables of Dataverse together, out of answers that describe them whole or one part of them. */
export class TableCollector {
  readonly #tables = new Map<string, Collected>();
  /** How many rows were not understood. */
  lost = 0;

  /** A row of `EntityDefinitions`; `isFiltered` if the address leaves out columns. */
  addDefinition(row: Readonly<Record<string, unknown>>, isFiltered: boolean): void {
    const definition = this.#parsed(schemas().definition, row);
    if (definition === undefined) return;
    const table = this.#table(definition.LogicalName);
    table.setName = definition.EntitySetName ?? table.setName;
    if (!hasMore(row, 'Keys')) table.keys = definition.Keys ?? table.keys;
    if (!hasMore(row, 'ManyToOneRelationships'))
      table.relationships = definition.ManyToOneRelationships ?? table.relationships;
    if (!Array.isArray(row.Attributes)) return;
    for (const attribute of row.Attributes) this.#addColumn(table, attribute);
    if (isFiltered || hasMore(row, 'Attributes')) return;
    table.hasAllColumns = true;
    // A column that a later list does not have was deleted.
    const listed = new Set(row.Attributes.map(keyOf));
    for (const key of table.attributes.keys()) if (!listed.has(key)) table.attributes.delete(key);
  }

  /** A page of columns; `isPart` if there are more than the pages of the list hold. */
  addColumns(name: string, page: Page, isPart: boolean): void {
    const table = this.#table(name);
    for (const row of page.rows) this.#addColumn(table, row);
    if (!isPart) table.pages.push(page);
  }

  /** A whole list of the keys of a table, or of its lookups. */
  addList(name: string, list: 'keys' | 'relationships', rows: readonly unknown[]): void {
    const parsed = schemas()[list].safeParse(rows);
    if (!parsed.success) this.lost += rows.length;
    // Safe: the schema of that name parsed it.
    else Object.assign(this.#table(name), { [list]: parsed.data });
  }

  parts(): readonly TablePart[] {
    return [...this.#tables.values()].map((table) => {
      const { logicalName, setName, attributes, keys, relationships, pages } = table;
      const columns = [...attributes.values()];
      return {
        source: 'metadata-service',
        table: tableOf({
          LogicalName: logicalName,
          EntitySetName: setName,
          Attributes: columns,
          Keys: keys,
          ManyToOneRelationships: relationships ?? lookupsIn(columns),
        }),
        hasAllColumns: table.hasAllColumns || areWhole(pages),
        keys: dataverseKeys(isBlank(setName) ? undefined : setName, [logicalName]),
      };
    });
  }

  #table(logicalName: string): Collected {
    const key = nameKey(logicalName);
    const found = this.#tables.get(key);
    if (found !== undefined) return found;
    const lists = { setName: undefined, keys: undefined, relationships: undefined };
    const table = { logicalName, attributes: new Map(), pages: [], hasAllColumns: false, ...lists };
    this.#tables.set(key, table);
    return table;
  }

  /** What is given later counts, as far as it says something. */
  #addColumn({ attributes }: Collected, row: unknown): void {
    const attribute = this.#parsed(schemas().attribute, row);
    if (attribute === undefined) return;
    const key = nameKey(attribute.LogicalName);
    const said = Object.entries({ ...attribute, Targets: targetsIn(row) }).filter(([, value]) => value != null);
    attributes.set(key, { ...attributes.get(key), ...Object.fromEntries(said), LogicalName: attribute.LogicalName });
  }

  #parsed<Row>(schema: { safeParse: (value: unknown) => { data?: Row | undefined } }, row: unknown): Row | undefined {
    const { data } = schema.safeParse(row);
    if (data === undefined) this.lost += 1;
    return data;
  }
}

const schemas = /* @__PURE__ */ once(() => {
  const { shape } = definitionRow();
  return {
    definition: z.omit(definitionRow(), { Attributes: true }),
    attribute: shape.Attributes.def.element,
    keys: shape.Keys,
    relationships: shape.ManyToOneRelationships,
  };
});

/**
 * Whether an expanded list continues. Each of them has a link, which leads to the same rows again; only one that says where to continue
 * means more.
 */
function hasMore(row: Readonly<Record<string, unknown>>, list: string): boolean {
  return /skiptoken/i.test(String(row[`${list}@odata.nextLink`] ?? ''));
}

function areWhole(pages: readonly Page[]): boolean {
  const isCut = pages.some(({ isError, gap }) => isError || gap !== undefined);
  const received = pages.reduce((sum, { rows }) => sum + rows.length, 0);
  const counted = Math.max(...pages.map((page) => page.counted ?? 0));
  return pages.length > 0 && !isCut && counted <= received && missingPageOf(pages) === undefined;
}

function keyOf(row: unknown): string | undefined {
  return isRecord(row) && typeof row.LogicalName === 'string' ? nameKey(row.LogicalName) : undefined;
}

function targetsIn(row: unknown): readonly string[] | undefined {
  if (!isRecord(row) || !Array.isArray(row.Targets)) return undefined;
  return row.Targets.filter((target) => typeof target === 'string');
}

const lookupTypes: ReadonlySet<string> = /* @__PURE__ */ new Set(['lookup', 'customer', 'owner']);

/** The lookups of a table, if its columns say where all of them lead. */
function lookupsIn(columns: readonly Attribute[]): Definition['ManyToOneRelationships'] {
  const lookups = columns.filter(({ AttributeType }) => lookupTypes.has(nameKey(AttributeType ?? '')));
  const areTyped = columns.every(({ AttributeType }) => AttributeType != null);
  if (!areTyped || lookups.some(({ Targets }) => Targets === undefined)) return undefined;
  return lookups.flatMap(({ LogicalName, Targets = [] }) =>
    Targets.map((ReferencedEntity) => ({ ReferencingAttribute: LogicalName, ReferencedEntity })),
  );
}
