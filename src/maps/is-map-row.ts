import { isEntityMap } from './entity-map-of.js';
import { mapName } from './map-name.js';

/**
 * Whether a row is a saved map: it has a column of the table `msdyn_dualwriteentitymap` in any letter case, its mapping under the
 * plain name, or legs. Names and versions alone are found in any file.
 */
export function isMapRow(row: unknown): boolean {
  if (!isObject(row)) return false;
  const columns = new Map(Object.entries(row).map(([key, value]) => [key.toLowerCase(), value]));
  const has = (column: string) => columns.has(column);
  return (
    ownColumns.some(has) ||
    (sharedColumns.some(has) && ![...columns.keys()].some((key) => /^msdyn_\w+id$/.test(key))) ||
    isTechnicalName(columns.get('technicalname')) ||
    isMapping(columns.get('mapping'), columns.get('name')) ||
    isLegs(columns.get('legs')) ||
    isEntityMap(row)
  );
}

const ownColumns = ['msdyn_dualwriteentitymapid', 'msdyn_mapping', 'msdyn_properties'];

/** Other tables have them too, each with an id of its own. */
const sharedColumns = ['msdyn_name', 'msdyn_displayname', 'msdyn_version'];

/** A document, or its text, which may be broken. A map that has a name may be without one. */
function isMapping(mapping: unknown, name: unknown): boolean {
  if (mapping === null) return typeof name === 'string';
  if (!isObject(mapping)) return typeof mapping === 'string';
  return Object.entries(mapping).some(([key, legs]) => key.toLowerCase() === 'legs' && isLegs(legs));
}

/** `msdyn_[accounts - Customers V3]`: other things have technical names too. */
function isTechnicalName(name: unknown): boolean {
  return typeof name === 'string' && mapName(name)?.publisher !== undefined;
}

/** A list, or the text of one: legs may be encoded again. Journeys and tables have legs too. */
function isLegs(legs: unknown): boolean {
  if (typeof legs === 'string') return /^\s*["[]/.test(legs);
  return Array.isArray(legs) && legs.every(isLeg);
}

function isLeg(leg: unknown): boolean {
  if (typeof leg === 'string') return /^\s*["{]/.test(leg);
  return isObject(leg) && Object.keys(leg).some((key) => legKeys.has(key.toLowerCase()));
}

const legKeys: ReadonlySet<string> = /* @__PURE__ */ new Set(['fieldmappings', 'sourceschema', 'destinationschema']);

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
