import type { MapProperties, MapRequirements } from './entity-map.js';
import type { JsonObject, JsonValue } from './json.js';
import { asFlag, asObject, asText, openObject, type Place } from './open-object.js';

/**
 * The content of the document of a properties column.
 *
 * @param isRepaired - the last brace of the text was missing: missing requirements may have followed it
 */
export function parseProperties(document: JsonObject, isRepaired: boolean, place: Place): MapProperties {
  const open = openObject(document, place);
  const flag = (name: string) => open.take(name, 'true or false', asFlag);
  const isSaid = Object.keys(document).some(isVersionInfo);
  const requirements = open.take('TargetVersionInfo', 'an object with CRM and AX', asRequirements);
  const properties = {
    description: open.take('Description', 'text', asText),
    isDualWriteProject: flag('IsDualWriteProject'),
    skipInitialSync: flag('SkipInitialSync'),
    areKeysMismatched: flag('AreKeysMismatched'),
  };
  const other = open.rest();
  const isOpen = (isRepaired && !isSaid) || Object.keys(other).some(isVersionInfo);
  return { ...properties, requirements: requirements ?? (isOpen ? undefined : nothingRequired), other };
}

function isVersionInfo(key: string): boolean {
  return key.toLowerCase() === 'targetversioninfo';
}

const nothingRequired: MapRequirements = { solutions: [], application: undefined, other: {} };

function asRequirements(value: JsonValue, place: Place): MapRequirements | undefined {
  const info = asObject(value, place);
  if (info === undefined) return undefined;
  const open = openObject(info, place);
  const solutions = open.take('CRM', 'an object of versions', asVersions);
  if (solutions === undefined && !isLeftOut(info, 'crm')) return undefined;
  const finops = open.take('AX', 'an object with the version of the application', (side, placeOfSide) => {
    const holder = asObject(side, placeOfSide);
    if (holder === undefined) return undefined;
    const openSide = openObject(holder, placeOfSide);
    return { application: openSide.take('Application', 'text', asText)?.trim() || undefined, rest: openSide.rest() };
  });
  const other = open.rest();
  const isAllSaid = finops === undefined || Object.keys(finops.rest).length === 0;
  return {
    solutions: solutions ?? [],
    application: finops?.application,
    other: isAllSaid ? other : { ...other, AX: finops.rest },
  };
}

function asVersions(value: JsonValue, place: Place): MapRequirements['solutions'] | undefined {
  const versions = asObject(value, place);
  if (versions === undefined) return undefined;
  return Object.entries(versions).map(([solution, version]) => ({
    solution,
    version: asText(version)?.trim() ?? JSON.stringify(version),
  }));
}

function isLeftOut(holder: JsonObject, name: string): boolean {
  return Object.entries(holder).every(([key, value]) => key.toLowerCase() !== name || value === null);
}
