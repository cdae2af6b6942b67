/**
 * What is left over: a map by its two sides, a project of finance and operations by its name, a runtime configuration of
 * Dataverse by its id.
 * @public
 */
export interface CleanupTarget {
  readonly finopsEntity?: string | undefined;
  readonly dataverseTable?: string | undefined;
  readonly projectName?: string | undefined;
  readonly runtimeConfigurationId?: string | undefined;
  /** Which rows of the project to keep; absent if all of them are deleted. */
  readonly keep?: KeptRows | undefined;
}

/**
 * Rows of a project that are correct although others of it are leftovers: those that point to the linked Dataverse
 * environment, those that are not marked as deleted, or some rows that cannot be identified.
 * @public
 */
export type KeptRows =
  | { readonly kind: 'linked-address'; readonly host: string }
  | { readonly kind: 'not-deleted' }
  | { readonly kind: 'not-known' };
