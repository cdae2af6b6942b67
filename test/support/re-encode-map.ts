/*
 * The same map in another encoding: whatever the product and people do to the two columns without changing what they say.
 */

/** Numbers from 0 below `limit`, the same ones for the same seed. */
export type Dice = (limit: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** Properties that say nothing when they are null. */
const silent = ['entityName', 'sourceMQuery', 'mashup', 'AreKeysMismatched', 'note'];
/** Lists and objects that are found as text at times. */
const nested = new Set(['legs', 'fieldMappings', 'valueTransforms', 'valueMap', 'TargetVersionInfo', 'CRM', 'AX']);

/** The text of a column that says the same as the document. */
export function reencoded(document: unknown, dice: Dice): string {
  let text = JSON.stringify(reencodedValue(document, '', dice), null, dice(2));
  for (let times = dice(3); times > 0; times -= 1) text = JSON.stringify(text);
  return text;
}

function reencodedValue(value: unknown, name: string, dice: Dice): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) =>
      maybeText(reencodedValue(item, '', dice), name === 'legs' || name === 'fieldMappings', dice),
    );
    return name === 'fieldMappings' ? shuffled(items, dice) : items;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).flatMap(([key, item]): [string, unknown][] => {
      if (item === null && name !== 'valueMap' && dice(2) === 0) return [];
      // Keys of a value map are values of the field.
      const spelled = name === 'valueMap' ? key : respelled(key, dice);
      return [[spelled, maybeText(reencodedValue(item, key, dice), nested.has(key), dice)]];
    });
    const isNode = !/^(valueMap|CRM|AX)$/i.test(name);
    const added = isNode && dice(4) === 0 ? silent[dice(silent.length)] : undefined;
    const isNew = added !== undefined && entries.every(([key]) => key.toLowerCase() !== added.toLowerCase());
    return Object.fromEntries(shuffled(isNew ? [...entries, [added, null] as [string, unknown]] : entries, dice));
  }
  if (name === 'syncDirection') return dice(2) === 0 ? String(value) : Number(value);
  if (name === 'entityFileFormat' && (value === 0 || value === 'CSV')) return [0, '0', 'CSV', 'csv'][dice(4)];
  return value;
}

function maybeText(value: unknown, isNested: boolean, dice: Dice): unknown {
  return isNested && value !== null && typeof value === 'object' && dice(5) === 0 ? JSON.stringify(value) : value;
}

function respelled(key: string, dice: Dice): string {
  switch (dice(4)) {
    case 0:
      return key.toUpperCase();
    case 1:
      return key.toLowerCase();
    default:
      return key;
  }
}

function shuffled<Item>(items: readonly Item[], dice: Dice): Item[] {
  const left = [...items];
  return items.flatMap(() => left.splice(dice(left.length), 1));
}
