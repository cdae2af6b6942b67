import { isRecord, listOf, parseLenient, propertyOf, textOf } from '../lenient-json.js';

/** One saved version of a map. */
export interface SavedMap {
  readonly id: string;
  /** `accounts - Customers V3`: the Dataverse side first. */
  readonly name: string;
  readonly dataverseTable: string;
  readonly finopsEntity: string;
  readonly version: string | undefined;
  /** What the map requires; `undefined` if the row does not show it. */
  readonly requirements: Requirements | undefined;
}

/** What must be installed for a version of a map to work. */
interface Requirements {
  readonly requires: readonly { readonly solution: string; readonly version: string }[];
  readonly requiresApplication: string | undefined;
  /** Only a person knows; Dataverse does not show it. */
  readonly dependsOn?: readonly string[] | null | undefined;
}

/** The two sides of a map, from its mapping column: the environment types of a leg show which side is which. */
export function sidesOf(
  mapping: string | null | undefined,
): { readonly dataverseTable: string; readonly finopsEntity: string } | undefined {
  const [leg] = listOf(parseLenient(mapping)?.value, 'legs');
  const source = textOf(leg, 'sourceSchema');
  const destination = textOf(leg, 'destinationSchema');
  if (source === undefined || destination === undefined) return undefined;
  const startsInDataverse =
    textOf(leg, 'sourceEnvironmentType')?.toUpperCase() === 'CRM' ||
    textOf(leg, 'destinationEnvironmentType')?.toUpperCase() === 'AX';
  return startsInDataverse
    ? { dataverseTable: source, finopsEntity: destination }
    : { dataverseTable: destination, finopsEntity: source };
}

/**
 * What the map requires according to its properties column. A column without its last brace – one map is shipped
 * like that – is still used if the requirements themselves are complete.
 */
export function requirementsOf(properties: string | null | undefined): Requirements | undefined {
  const parsed = parseLenient(properties);
  if (!isRecord(parsed?.value)) return undefined;
  const info = propertyOf(parsed.value, 'TargetVersionInfo');
  if (info === undefined && parsed.isRepaired) return undefined;
  if (info == null) return { requires: [], requiresApplication: undefined };
  const target = typeof info === 'string' ? parseLenient(info)?.value : info;
  if (!isRecord(target)) return undefined;
  const solutions = propertyOf(target, 'CRM') ?? {};
  if (!isRecord(solutions)) return undefined;
  const requires = Object.entries(solutions).map(([solution, version]) => ({ solution, version: String(version) }));
  return { requires, requiresApplication: textOf(propertyOf(target, 'AX'), 'Application') };
}
