import type { NonEmptyTuple } from 'type-fest';

/** Who can carry out a fix. The list is closed. */
export const performers = [
  'setup-user',
  'finops-system-administrator',
  'dataverse-system-administrator',
  'system-customizer',
  'tenant-administrator',
  'environment-maker',
  'developer',
  'microsoft-support',
] as const;

/**
 * Who can carry out a fix. `setup-user` is the very person who set up the dual-write connection.
 * @public
 */
export type Performer = (typeof performers)[number];

/**
 * A page of the public documentation.
 * @public
 */
export interface Link {
  readonly title: string;
  readonly url: string;
}

/**
 * One way to fix a finding.
 * @public
 */
export interface RemediationOption {
  readonly title: string;
  /** What to do, in order, with the names that the pages show. */
  readonly steps: Readonly<NonEmptyTuple<string>>;
  readonly performedBy: Readonly<NonEmptyTuple<Performer>>;
  /** What is lost, or `null` when nothing is. */
  readonly destroys: string | null;
  readonly links: readonly Link[];
}

/**
 * How to fix what a rule finds: what broke, then the options, least destructive first.
 * @public
 */
export interface Remediation {
  readonly summary: string;
  readonly options: Readonly<NonEmptyTuple<RemediationOption>>;
}

/**
 * An article that a rule is based on, by its title and date.
 * @public
 */
export interface Source {
  readonly title: string;
  /** ISO date of the edition that was read. */
  readonly date: string;
}

/** The same way to fix it with one more page. */
/* @__NO_SIDE_EFFECTS__ */
export function withLink(option: RemediationOption, link: Link): RemediationOption {
  return { ...option, links: [...option.links, link] };
}
