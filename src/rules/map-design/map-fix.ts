import type { NonEmptyTuple } from 'type-fest';
import type { Link, Performer, Remediation } from '../remediation/remediation.js';

/** How a map is fixed by changing it, or what it maps: a single option, which destroys nothing. */
/* @__NO_SIDE_EFFECTS__ */
export function mapFix(
  fix: string,
  steps: Readonly<NonEmptyTuple<string>>,
  links: readonly Link[],
  performedBy: Readonly<NonEmptyTuple<Performer>> = mapMakers,
): Remediation {
  return {
    summary: `${fix}, then run the map again.`,
    options: [{ title: fix, steps, performedBy, destroys: null, links }],
  };
}

const mapMakers = ['finops-system-administrator', 'system-customizer'] as const;
