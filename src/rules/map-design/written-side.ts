import { nameKey } from '../../facts/keys.js';
import type { MapSide } from '../../maps/entity-map.js';
import { type MissingFact, missing } from '../verdict.js';
import type { JudgedLeg } from './judge-maps.js';
import type { ReadField, ReadLeg } from './read-maps.js';
import { type Column, rootOf, type Table, type Tables, tableOf } from './tables.js';

/** A side that a map writes to, or may write to. */
export interface WrittenSide {
  readonly side: MapSide;
  readonly table: Table;
  readonly columns: ReadonlyMap<string, Column>;
  /** The mappings whose values flow there; where they flow is not always known. */
  readonly fields: readonly { readonly field: ReadField; readonly isCertain: boolean; readonly column: string }[];
}

/** Judges each side that a map writes to, as far as the columns there are known. */
export function judgeWrittenSides(tables: Tables, leg: ReadLeg, judge: (side: WrittenSide) => JudgedLeg): JudgedLeg {
  const judged = (['dataverse', 'finops'] as const).map((side): JudgedLeg => {
    const written = leg.fields.filter((field) => flowsTo(field, side) !== false);
    if (written.length === 0) return { fields: [] };
    const table = tableOf(tables, leg, side);
    if (table?.columns === undefined) return { fields: [], open: [unknownColumns(table !== undefined)] };
    const fields = written.map((field) => ({
      field,
      isCertain: flowsTo(field, side) === true,
      column: nameKey(columnOn(field, side)),
    }));
    return judge({ side, table, columns: table.columns, fields });
  });
  return { fields: judged.flatMap(({ fields }) => fields), open: judged.flatMap(({ open = [] }) => open) };
}

/** Says that the columns of a table, or the table itself, must be known. */
export function unknownColumns(isTableKnown: boolean): MissingFact {
  return isTableKnown ? missing('tableMetadata', 'columns') : missing('tableMetadata');
}

function flowsTo(field: ReadField, side: MapSide): boolean | undefined {
  return side === 'dataverse' ? field.toDataverse : field.toFinops;
}

/** The field of a mapping on one side, as people read it. */
export function fieldOn(field: ReadField, side: MapSide): string {
  return side === 'dataverse' ? field.dataverseField : field.finopsField;
}

/** The column of a mapping on one side: the lookup, where it is one. Blank when there is none. */
export function columnOn(field: ReadField, side: MapSide): string {
  return side === 'dataverse' ? (rootOf(field.path) ?? '') : field.finopsField;
}
