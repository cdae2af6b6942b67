import type { Snapshot } from '../facts/snapshot.js';

/** Where facts come from: what was typed, and what of it has been read already. */
export interface FactsArguments {
  /** A snapshot, a HAR file, saved answers: files, folders, or `-` for standard input. With them, an address says which of their environments is meant. */
  readonly files?: readonly string[] | undefined;
  /** The snapshot in the only file, or that there is no sound one, where it has been read already. */
  readonly read?: Snapshot | 'not-sound' | undefined;
  readonly with?: string | undefined;
  readonly gateway?: readonly string[] | undefined;
  readonly legalEntities?: readonly string[] | undefined;
  readonly dataverse?: string | undefined;
  readonly finops?: string | undefined;
  readonly environmentId?: string | undefined;
  readonly powerPlatform?: string | undefined;
  readonly auth: 'default' | 'azure-cli' | 'token';
  /** Milliseconds that each reader of a live service has. */
  readonly timeoutMs?: number | undefined;
}

/** Whether services are asked. */
export function isLive({ dataverse, finops, environmentId }: FactsArguments): boolean {
  return dataverse !== undefined || finops !== undefined || environmentId !== undefined;
}
