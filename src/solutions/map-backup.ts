import type { Fault, SnapshotFault } from '../fault.js';
import type { JsonObject } from '../maps/json.js';

/**
 * All maps of an environment in one JSON document. The rows are those that were given, to the character. Checksums show damage and
 * changes by accident; they are no signature.
 *
 * Source: *Application lifecycle management*, 2020-03.
 * @public
 */
export interface MapBackup {
  readonly schemaVersion: 1;
  readonly kind: 'map-backup';
  readonly environment: { readonly name: string };
  /** ISO 8601. */
  readonly takenAt: string;
  /** Of everything but the rows. */
  readonly checksum: string;
  /** One entry for each row, in the same order. */
  readonly index: readonly BackupEntry[];
  /** Rows of `msdyn_dualwriteentitymaps`. */
  readonly rows: readonly JsonObject[];
}

/**
 * What a bundle says of a row, so that one that is missing has a name.
 * @public
 */
export interface BackupEntry {
  readonly name: string;
  readonly version: string | null;
  readonly publisher: string | null;
  readonly id: string | null;
  /** SHA-256 of the row, whatever the order of its columns. */
  readonly checksum: string;
}

/**
 * A map of a bundle that is not as it was: `changed`, `missing`, or `unexpected` where a row was put in.
 * @public
 */
export interface DamagedMap {
  readonly name: string;
  readonly version: string | null;
  readonly publisher: string | null;
  readonly problem: 'changed' | 'missing' | 'unexpected';
}

/**
 * Why there is no backup, or why one cannot be used, and what to do.
 * @public
 */
export type BackupFault = Fault & { readonly whatToDo: string } & (
    | { readonly type: 'no-rows' }
    /** `row` counts from 1. */
    | { readonly type: 'no-map' | 'no-json'; readonly row: number }
    /** The runtime has no Web Crypto: browsers have it on secure pages only. */
    | { readonly type: 'no-checksums' }
    | SnapshotFault
    /** `isIndexDamaged`: what the bundle says about itself was changed, so its names need not be right. */
    | { readonly type: 'damaged'; readonly maps: readonly DamagedMap[]; readonly isIndexDamaged: boolean }
  );
