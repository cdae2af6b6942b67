import { groupsBy } from '../../facts/groups-by.js';
import type { Performer } from '../../rules/remediation/remediation.js';

/** Those who carry out most of some ways, where more than one is theirs: they need not be named with each. */
export function usualPerformers(
  ways: readonly { readonly performedBy: readonly Performer[] }[],
): readonly Performer[] | undefined {
  const groups = [...groupsBy(ways, ({ performedBy }) => [...performedBy].sort().join()).values()];
  const most = groups.find(({ length }) => length > 1 && 2 * length >= ways.length);
  return most?.[0]?.performedBy;
}
