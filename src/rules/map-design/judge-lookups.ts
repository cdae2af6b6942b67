import { completeValue, type Fact } from '../../facts/fact.js';
import { nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import type { RuleContext } from '../rule.js';
import { type MissingFact, missing, type Verdict } from '../verdict.js';
import { columnsReached, integrationKeys, isLookup } from './integration-keys.js';
import { type FieldArgs, judgeFields, unreadMapping } from './judge-maps.js';
import type { ReadField } from './read-maps.js';
import { nothingKnown, tableOf, tablesByName } from './tables.js';

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
      .map((field) => ({ isMeant: isMeant(field), names: withoutKey(field) }))
      .filter(({ names }) => names?.length !== 0);
    const isOpen = found.some(({ isMeant, names }) => isMeant !== false && names === undefined);
    const open: readonly MissingFact[] = [
      ...(found.some((one) => one.isMeant === undefined) ? [unreadMapping] : []),
      ...(isOpen ? [missing('tableMetadata', 'alternateKeys')] : []),
    ];
    return { fields: found.flatMap((one) => (one.isMeant === true ? (one.names ?? []) : [])), open };

    /**
     * The field itself, where it is a lookup and nothing behind it; else the columns of the key behind it that no mapping holds;
     * `undefined` where the metadata has the table and not its keys.
     */
    function withoutKey({ path, lookupTable, dataverseField }: ReadField): readonly string[] | undefined {
      if (path.type !== 'column' && path.type !== 'lookup') return [];
      const column = table?.columns?.get(nameKey(path.column));
      if (path.type === 'column') {
        return lookupTable !== undefined || (column !== undefined && isLookup(column)) ? [dataverseField] : [];
      }
      // The parts of the map that were not understood may hold the rest of the key; further lookups lead to tables that it does
      // not name.
      if (!isWhole || path.key.type !== 'column') return [];
      const [target, ...others] = lookupTable === undefined ? (column?.lookupTargets ?? []) : [lookupTable];
      if (target === undefined || others.length > 0) return [];
      const key = keys.ofTable(target);
      const described = tables.dataverse(target);
      if (key === undefined) return described !== undefined && described.alternateKeys === undefined ? undefined : [];
      const reached = new Set(leg.fields.flatMap((field) => columnsReached(field.path)));
      return key
        .filter(({ kind }) => kind !== 'company')
        .map(({ text }) => `${path.column}.${text}`)
        .filter((text) => !reached.has(nameKey(text)));
    }
  });
}
