import { nameKey } from '../facts/keys.js';

/** The parsed name of a map. */
interface MapName {
  /** `accounts - Customers V3`: the Dataverse side first. */
  readonly name: string;
  /** `msdyn` of `msdyn_[accounts - Customers V3]`. */
  readonly publisher: string | undefined;
}

/** `msdyn_[accounts - Customers V3]` */
const prefixed = /^([a-z][a-z0-9]*)_(\[.*\])$/is;
/** `[Customers V3] - [accounts]`: in brackets, the finance side comes first. Further brackets may be around them. */
const bracketed = /^\[+([^[\]]*)\]\s*\p{Pd}\s*\[([^[\]]*)\]+$/u;
/** `[accounts - Customers V3]` */
const enclosed = /^\[((?:(?!\]\s*\p{Pd}\s*\[).)*)\]$/su;

/** The common form of a name as rows write it; `undefined` for text without content. */
export function mapName(text: string | undefined): MapName | undefined {
  const trimmed = text?.trim() ?? '';
  const [, publisher, own = trimmed] = prefixed.exec(trimmed) ?? [];
  const [, finops, dataverse] = bracketed.exec(own) ?? [];
  const name =
    finops === undefined || dataverse === undefined
      ? (enclosed.exec(own)?.[1]?.trim() ?? own)
      : `${dataverse.trim()} - ${finops.trim()}`;
  return name === '' ? undefined : { name, publisher };
}

/**
 * The key of a map: equal for all names of one map, and for its pair of entity and table.
 *
 * `accounts - Customers V3`, `Customers V3 - accounts`, `Customers V3 (accounts)`, `[Customers V3] - [accounts]` and
 * `msdyn_[accounts - Customers V3]` have one key. Letter case, blanks and the kind of dashes do not matter. Names of entities may
 * contain dashes and parentheses themselves.
 *
 * @returns text to compare, not to show; empty where nothing is named: for blank text, and for a pair with a blank side
 *
 * @example
 * ```ts
 * mapNameKey('Customers V3 (accounts)') === mapNameKey({ finopsEntity: 'Customers V3', dataverseTable: 'accounts' });
 * ```
 * @public
 */
export function mapNameKey(map: string | { readonly finopsEntity: string; readonly dataverseTable: string }): string {
  if (typeof map === 'string') return keyOfText(map.trim().replace(prefixed, '$2'));
  const { finopsEntity, dataverseTable } = map ?? {};
  // Callers without types may give anything.
  if (typeof finopsEntity !== 'string' || typeof dataverseTable !== 'string') return '';
  return nameKey(finopsEntity) === '' || nameKey(dataverseTable) === ''
    ? ''
    : keyOfText(`[${finopsEntity}] - [${dataverseTable}]`);
}

function keyOfText(text: string): string {
  const plain = nameKey(text.normalize('NFKC'));
  const parts = plain
    .split(separators)
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter((part) => part !== '');
  return parts.length === 0 ? plain : leastRotation(parts).join(' - ');
}

/** What separates the table and the words of the entity, in one form or another. */
const separators = /[\p{Pd}\u2212()[\]]/u;

/**
 * The table is the first part of a name or the last one, and the others keep their order: all forms are rotations of each other,
 * of which the one that sorts first is taken.
 */
function leastRotation(parts: readonly string[]): readonly string[] {
  const at = (index: number) => parts[index % parts.length] ?? '';
  let [best, next, same] = [0, 1, 0];
  while (next < parts.length && same < parts.length) {
    const [one, other] = [at(best + same), at(next + same)];
    if (one === other) {
      same += 1;
      continue;
    }
    // A start among the parts that were compared is no better than the one that is kept.
    if (one < other) next += same + 1;
    else {
      best = Math.max(next, best + same + 1);
      next = best + 1;
    }
    same = 0;
  }
  return [...parts.slice(best), ...parts.slice(0, best)];
}
