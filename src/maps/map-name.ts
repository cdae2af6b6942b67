import { nameKey } from '../facts/keys.js';

/** The parsed name of a map. */
interface MapName {
  /** `accounts - Customers V3`: the Dataverse side first. */
  readonly name: string;
  /** `msdyn` of `msdyn_[accounts - Customers V3]`. */
  readonly publisher: string | undefined;
}

/** `msdyn_[accounts - Customers V3]` */
const prefixed = /^([a-z][a-z0-9]*)_\[(.*)\]$/is;
/** `[Customers V3] - [accounts]`: in brackets, the finance side comes first. */
const bracketed = /^\[([^[\]]*)\]\s*-\s*\[([^[\]]*)\]$/;

/** The common form of a name that is written in three ways; `undefined` for text without content. */
export function mapName(text: string | undefined): MapName | undefined {
  const trimmed = text?.trim() ?? '';
  const [, publisher, inside] = prefixed.exec(trimmed) ?? [];
  const [, finops, dataverse] = bracketed.exec((inside ?? trimmed).trim()) ?? [];
  const plain =
    finops === undefined || dataverse === undefined
      ? (inside ?? trimmed).trim()
      : `${dataverse.trim()} - ${finops.trim()}`;
  return plain === '' ? undefined : { name: plain, publisher };
}

/** The key that is equal for two names of the same map, regardless of form, letter case and blanks. */
export function mapNameKey(text: string): string {
  return nameKey(mapName(text)?.name ?? '').replace(/\s+/g, ' ');
}
