import type { ActivityAnomaly, ReplayedMap } from '../../activity/index.js';
import { instantOf } from '../../facts/instant.js';
import { openInWords } from '../activity-in-words.js';

/** What every document of activity says of a map. Its lists may be long: each is read, and only the start or the end is kept. */
export interface MapView {
  readonly replayed: ReplayedMap;
  /** When its state began; `null` if the log does not say. */
  readonly since: string | null;
  readonly anomalies: {
    readonly errors: number;
    readonly warnings: number;
    /** As many as were requested, errors first. */
    readonly worst: readonly ActivityAnomaly[];
    /** The same of all, for the picture. */
    readonly marks: readonly { readonly at: number; readonly severity: ActivityAnomaly['severity'] }[];
  };
  /** What is still open, although nothing may be wrong with the states. */
  readonly open: readonly string[];
}

/** @param most - how many anomalies are kept */
export function mapViewOf(replayed: ReplayedMap, most = mostShown): MapView {
  let since: string | null = null;
  for (const { from } of replayed.segments) since = from;
  return { replayed, since, anomalies: worstOf(replayed.anomalies, most), open: openInWords(replayed) };
}

/** The first of each severity, in chronological order. */
function worstOf(anomalies: Iterable<ActivityAnomaly>, most: number): MapView['anomalies'] {
  const kept: Record<ActivityAnomaly['severity'], ActivityAnomaly[]> = { error: [], warning: [] };
  const counts = { error: 0, warning: 0 };
  const marks: MapView['anomalies']['marks'][number][] = [];
  for (const anomaly of anomalies) {
    const { severity, at } = anomaly;
    counts[severity] += 1;
    if (kept[severity].length < most) kept[severity].push(anomaly);
    if (marks.length < mostShown) marks.push({ at: instantOf(at), severity });
  }
  const worst = [...kept.error, ...kept.warning].slice(0, most);
  return { errors: counts.error, warnings: counts.warning, worst, marks };
}

/** No format shows more of a list. */
export const mostShown = 10_000;

/** The last items of a list, in its order, and how many there are before them. */
export interface Newest<Item> {
  readonly items: readonly Item[];
  readonly left: number;
}

export function newestOf<Item>(all: Iterable<Item>, most = mostShown): Newest<Item> {
  let items: Item[] = [];
  let left = 0;
  for (const item of all) {
    items.push(item);
    if (items.length < 2 * most) continue;
    left += most;
    items = items.slice(most);
  }
  const more = Math.max(items.length - most, 0);
  return { items: items.slice(more), left: left + more };
}
