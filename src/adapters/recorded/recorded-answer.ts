/**
 * An answer of a service that somebody saved: in a HAR file, or on its own. It holds nothing but what is written here: no header, no
 * cookie, no body of a request.
 * @public
 */
export interface RecordedAnswer {
  /** What was asked; `undefined` for an answer that was saved without it. */
  readonly address?: RecordedAddress | undefined;
  /** The HTTP status; 200 for an answer that was saved on its own. */
  readonly status: number;
  /** The body, parsed as JSON; `undefined` if there is none. */
  readonly body: unknown;
  /** Why the body is not there, or is not all. */
  readonly lack?: string | undefined;
  /** When it was asked, in milliseconds since 1970. */
  readonly at?: number | undefined;
}

/**
 * The address of a {@link RecordedAnswer}, as far as it is looked at.
 * @public
 */
export interface RecordedAddress {
  readonly service: RecordedService;
  /** In lower case, with its port if it has one. */
  readonly host: string;
  /** What follows the base of the service, decoded: `solutions`, `systemusers(…)/teammembership_association`. */
  readonly path: string;
  /** The query options that say which rows and columns were requested, decoded, by their names in lower case. */
  readonly query: Readonly<Record<string, string>>;
}

/**
 * A service whose answers are known: Dataverse (`/api/data/v9.x/`), finance and operations (`/data/`, and `/metadata/` beside it),
 * the gateway behind the Dual-write page, and the administration of the Power Platform.
 * @public
 */
export type RecordedService = 'dataverse' | 'finops' | 'finops-metadata' | 'gateway' | 'power-platform';
