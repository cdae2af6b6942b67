import { err, fromThrowable, type Result } from 'neverthrow';
import { isBlank, nameKey } from '../facts/keys.js';
import type { Facts } from '../facts/schemas.js';
import { parseVersion } from '../facts/version-number.js';
import type { Fault } from '../fault.js';
import { editMapping, type MapEdit, type MapEditFault } from './edit-mapping.js';
import type { EntityMap } from './entity-map.js';
import { entityMapOf, givenMap } from './entity-map-of.js';
import { textOfNode } from './json-node.js';
import { nodeOf } from './map-column.js';
import { compareMapVersions, isParkedVersion } from './map-version.js';
import { toEntityMapRow } from './to-entity-map-row.js';

/**
 * What saving a map requires.
 * @public
 */
export interface SaveMapOptions {
  readonly publisher: string;
  /** Three or four numbers, higher than every version of this publisher. Parked versions do not count. */
  readonly version: string;
  /** The saved versions of the map, from all publishers. */
  readonly existing: readonly EntityMap[];
  /** The state of the map, if known: its fields can be changed only while it is stopped. */
  readonly state?: Facts['entityMaps'][number]['state'] | undefined;
}

/**
 * Why a map is not saved, and what to do.
 * @public
 */
export type SaveMapFault =
  | (Fault & { readonly whatToDo: string } & (
        | { readonly type: 'publisher-required' }
        | { readonly type: 'invalid-version'; readonly version: string }
        /** This publisher already has the version, or a newer one: `newest`. */
        | { readonly type: 'version-not-higher'; readonly version: string; readonly newest: string }
        | { readonly type: 'not-stopped'; readonly state: Facts['entityMaps'][number]['state'] }
        /** A managed map belongs to its publisher. */
        | { readonly type: 'managed-map'; readonly publisher: string }
        | { readonly type: 'unreadable-mapping' }
        /** Given by a caller without types. */
        | { readonly type: 'invalid-change' }
      ))
  | MapEditFault;

/**
 * A map with changes, as the new version that saving creates. The original version remains unchanged; everything that the
 * changes do not affect is the same in both, including unknown properties.
 *
 * It has no id and none of the system columns yet: Dataverse gives them. Its technical name is that of another version of the
 * same publisher, or is built from the publisher if that can be a prefix.
 *
 * Source: *Error management and alert notifications*, 2020-03-13, its part on application lifecycle management.
 *
 * @example
 * ```ts
 * const field: NewField = { direction: 'both', sourceField: 'BIRTHDAY', destinationField: 'birthdate' };
 * saveMapVersion(map, [{ type: 'add-field', field }], { publisher: 'contoso', version: '1.0.0.6', existing });
 * ```
 * @public
 */
export function saveMapVersion(
  map: EntityMap,
  change: readonly MapEdit[],
  options: SaveMapOptions,
): Result<EntityMap, SaveMapFault> {
  // Callers without types may give anything.
  return fromThrowable(() => save(givenMap(map), change, options))().unwrapOr(
    err({
      type: 'invalid-change',
      because: 'the changes or the options are not what their types describe',
      whatToDo: 'Give a list of MapEdit and SaveMapOptions.',
    }),
  );
}

function save(map: EntityMap, change: readonly MapEdit[], options: SaveMapOptions): Result<EntityMap, SaveMapFault> {
  const fault = refusalOf(map, options);
  if (fault !== undefined) return err(fault);
  const document = nodeOf(map.columns.mapping);
  if (document === undefined || map.columns.mapping.status !== 'read') {
    const why = 'fault' in map.columns.mapping ? map.columns.mapping.fault.because : 'there is none';
    return err({
      type: 'unreadable-mapping',
      because: `the mapping cannot be read: ${why}`,
      whatToDo: 'Repair the mapping column first, or start from another version.',
    });
  }
  const publisher = options.publisher.trim();
  return editMapping(document, change).map((edited) =>
    entityMapOf({
      msdyn_name: technicalNameFor(map, publisher, options.existing),
      msdyn_displayname: map.displayName ?? map.name,
      msdyn_version: options.version.trim(),
      publisher,
      ismanaged: false,
      ...(map.integrationKeys === undefined ? {} : { integrationKeys: map.integrationKeys }),
      // Without a change, the text is identical.
      msdyn_mapping: change.length === 0 ? toEntityMapRow(map).msdyn_mapping : textOfNode(edited),
      msdyn_properties: toEntityMapRow(map).msdyn_properties,
    }),
  );
}

const highestPart = 2_147_483_647;

function refusalOf(map: EntityMap, { publisher, version, existing, state }: SaveMapOptions): SaveMapFault | undefined {
  if (typeof publisher !== 'string' || isBlank(publisher)) {
    const whatToDo = 'Name the publisher to save the map under.';
    return { type: 'publisher-required', because: 'no publisher is named', whatToDo };
  }
  const number = typeof version === 'string' ? parseVersion(version) : undefined;
  if (number === undefined || number.length < 3 || number.some((part) => part > highestPart)) {
    const because = `${version} is not a version of three or four numbers`;
    return { type: 'invalid-version', because, version, whatToDo: 'Give a version such as 1.0.0.6.' };
  }
  if (state !== undefined && state !== 'stopped' && state !== 'not-running') {
    const [because, whatToDo] =
      state === 'unknown'
        ? ['whether the map is stopped is not known', 'Check on the Dual-write page whether it is stopped.']
        : ['changes to a map that is not stopped are not saved', 'Stop the map on the Dual-write page first.'];
    return { type: 'not-stopped', because, state, whatToDo };
  }
  if (map.isManaged === true && nameKey(map.publisher ?? '') === nameKey(publisher)) {
    return {
      type: 'managed-map',
      because: 'a map from a managed solution cannot be modified',
      publisher,
      whatToDo: 'Save it as a version under your own publisher.',
    };
  }
  const own = existing.filter((one) => nameKey(one.publisher ?? '') === nameKey(publisher));
  const blocking = own.filter((one) => {
    const order = compareMapVersions(one.version, version);
    if (order === undefined) return false;
    return order === 0 || (order > 0 && !isParkedVersion(one.version ?? ''));
  });
  if (blocking.length === 0) return undefined;
  const newest = blocking.reduce((a, b) => ((compareMapVersions(a.version, b.version) ?? 0) < 0 ? b : a)).version ?? '';
  return {
    type: 'version-not-higher',
    because: `this publisher already has version ${newest}`,
    version,
    newest,
    whatToDo: `Give a version above ${newest}.`,
  };
}

function technicalNameFor(map: EntityMap, publisher: string, existing: readonly EntityMap[]): string | undefined {
  const own = existing.find(
    (one) => nameKey(one.publisher ?? '') === nameKey(publisher) && one.technicalName !== undefined,
  );
  if (own !== undefined) return own.technicalName;
  return /^[a-z][a-z0-9]*$/i.test(publisher) && map.name !== '' ? `${publisher}_[${map.name}]` : undefined;
}
