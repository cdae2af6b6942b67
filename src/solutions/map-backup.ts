import type { Fault, SnapshotFault } from '../fault.js';
import type { JsonObject } from '../maps/json.js';
import type { MapCoverage } from '../maps/map-coverage.js';

/**
 * All maps of an environment, or a part of them, in one JSON document. The rows are kept exactly as given. Checksums reveal damage and
 * accidental changes; they are not a signature.
 *
 * Source: *Application lifecycle management*, 2020-03.
 * @public
 */
export interface MapBackup extends MapCoverage {
  readonly schemaVersion: 1;
  readonly kind: 'map-backup';
  readonly environment: { readonly name: string };
  /** ISO 8601. */
  readonly takenAt: string;
  /** Of everything except the rows. */
  readonly checksum: string;
  /** One entry for each row, in the same order. */
  readonly index: readonly BackupEntry[];
  /** Rows of `msdyn_dualwriteentitymaps`. */
  readonly rows: readonly JsonObject[];
}

/**
 * The index entry of a row, so that a missing row can be named.
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
 * A map of a bundle that differs from the original: `changed`, `missing`, or `unexpected` if a row was added.
 * @public
 */
export interface DamagedMap {
  readonly name: string;
  readonly version: string | null;
  readonly publisher: string | null;
  readonly problem: 'changed' | 'missing' | 'unexpected';
}

/**
 * Why there is no backup, or why it cannot be used, and what to do.
 * @public
 */
export type BackupFault = Fault & { readonly whatToDo: string } & (
    | { readonly type: 'no-rows' }
    /** `row` counts from 1. */
    | { readonly type: 'no-map' | 'no-json'; readonly row: number }
    /** The runtime has no Web Crypto: browsers have it only on secure pages. */
    | { readonly type: 'no-checksums' }
    | SnapshotFault
    /** `isIndexDamaged`: the metadata of the bundle was changed, so its names may be wrong. */
    | { readonly type: 'damaged'; readonly maps: readonly DamagedMap[]; readonly isIndexDamaged: boolean }
  );
