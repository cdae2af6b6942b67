import type { Fact } from './fact.js';
import type { FactName, Facts } from './schemas.js';

/**
 * What a reader receives.
 * @public
 */
export interface ReaderContext {
  /** Aborted when the caller gives up or the reader's time limit is reached. Pass it on to every request. */
  readonly signal: AbortSignal;
}

/**
 * Reads one fact. It answers with {@link known} or {@link unknown}; a reader that throws, hangs or answers with another
 * shape makes its own fact unknown and affects nothing else.
 * @public
 */
export type Reader<Name extends FactName> = (context: ReaderContext) => Fact<Facts[Name]> | Promise<Fact<Facts[Name]>>;

/** Readers of these facts, all of them. */
export type ReadersOf<Name extends FactName> = { readonly [One in Name]: Reader<One> };

/**
 * The port through which facts come in: a name and a reader for each fact that the tool can supply.
 * If a reader is left out, its fact is not provided.
 *
 * @example
 * ```ts
 * const adapter: Adapter = {
 *   name: 'my tool',
 *   environment: { name: 'contoso-uat' },
 *   readers: { legalEntities: async ({ signal }) => known(await loadLegalEntities(signal)) },
 * };
 * ```
 * @public
 */
export interface Adapter {
  readonly name: string;
  readonly environment: { readonly name: string };
  readonly readers: { readonly [Name in FactName]?: Reader<Name> };
}
