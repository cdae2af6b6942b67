/** Where facts come from, as read from the command line. */
export interface FactsArguments {
  /** A saved snapshot: a file, or `-` for standard input. */
  readonly snapshot?: string | undefined;
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
