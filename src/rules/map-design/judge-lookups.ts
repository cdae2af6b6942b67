import { completeValue, type Fact } from '../../facts/fact.js';
import { nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import type { RuleContext } from '../rule.js';
import type { Verdict } from '../verdict.js';
import { columnsReached, type IntegrationKeys, integrationKeys, isLookup } from './integration-keys.js';
import { type FieldArgs, judgeFields, unreadMapping } from './judge-maps.js';
import type { ReadField, ReadLeg } from './read-maps.js';
import { type Table, tableOf, tablesByName } from './tables.js';

/**
 * Finds lookups of Dataverse that are mapped without the key behind them, or not with all of it.
 *
 * @param isMeant - whether the rule is about lookups of this mapping, which may depend on where its values flow
 */
export function judgeLookups(
  definitions: Facts['mapDefinitions'],
  metadata: Fact<Facts['tableMetadata']>,
  context: Pick<RuleContext<string>, 'derive'>,
  isMeant: (field: ReadField) => boolean | undefined,
): Verdict<FieldArgs> {
  const keys = integrationKeys(definitions, metadata, context);
  const tables = context.derive(tablesByName, completeValue(metadata) ?? nothingKnown);
  return judgeFields(definitions, context, (leg, { isWhole }) => {
    const table = tableOf(tables, leg, 'dataverse');
    const found = leg.fields
      .map((field) => ({ isMeant: isMeant(field), names: withoutKey(field, leg, table, keys, isWhole) }))
      .filter(({ names }) => names.length > 0);
    return {
      fields: found.flatMap((one) => (one.isMeant === true ? one.names : [])),
      open: found.some((one) => one.isMeant === undefined) ? [unreadMapping] : [],
    };
  });
}

const nothingKnown: Facts['tableMetadata'] = [];

/**
 * The field itself, where it is a lookup and nothing behind it; else the columns of the key behind it that no mapping holds.
 */
function withoutKey(
  { path, lookupTable, dataverseField }: ReadField,
  leg: ReadLeg,
  table: Table | undefined,
  keys: IntegrationKeys,
  isWhole: boolean,
): readonly string[] {
  if (path.type !== 'column' && path.type !== 'lookup') return [];
  const column = table?.columns?.get(nameKey(path.column));
  if (path.type === 'column') {
    return lookupTable !== undefined || (column !== undefined && isLookup(column)) ? [dataverseField] : [];
  }
  // The parts of the map that were not understood may hold the rest of the key; further lookups lead to tables that it does not
  // name.
  if (!isWhole || path.key.type !== 'column') return [];
  const [target, ...others] = lookupTable === undefined ? (column?.lookupTargets ?? []) : [lookupTable];
  const key = others.length === 0 ? keys.ofTable(target) : undefined;
  const reached = new Set(leg.fields.flatMap((field) => columnsReached(field.path)));
  return (key ?? [])
    .filter(({ kind }) => kind !== 'company')
    .map(({ text }) => `${path.column}.${text}`)
    .filter((text) => !reached.has(nameKey(text)));
}
