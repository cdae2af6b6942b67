import { groupsBy } from '../facts/groups-by.js';
import type { MapDependencies } from '../maps/map-dependencies.js';
import { mapInWords } from './map-difference-in-words.js';

/**
 * What maps need as lines of a tree: each map that no other needs, under it what it needs, and so on. What a map needs is written
 * out once; where it comes again, `…` says that it is listed above, and `↺` that a circle closes there.
 */
export function mapTree(maps: MapDependencies): readonly string[] {
  const { order, dependencies, circles } = maps;
  const needs = needsOf(maps);
  const needed = new Set(dependencies.map(({ to }) => to));
  const written = new Set<string>();
  const lines: string[] = [];
  // A circle that nobody needs has no beginning: its first map is one.
  const names = order.map(({ name }) => name);
  const roots = [
    ...names.filter((name) => !needed.has(name) && needs.has(name)),
    ...circles.flatMap(([first]) => first ?? []),
  ];
  for (const root of roots) if (!written.has(root)) write(root);
  return lines;

  /** Depth first, with a stack of its own: a chain may be long. */
  function write(root: string): void {
    lines.push(mapInWords(root));
    const path = [{ name: root, next: 0, indent: '' }];
    const onPath = new Set([root]);
    written.add(root);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const children = needs.get(step.name) ?? [];
      const child = children[step.next];
      step.next += 1;
      if (child === undefined) {
        path.pop();
        onPath.delete(step.name);
        continue;
      }
      const isLast = step.next === children.length;
      const hasMore = needs.has(child);
      const isCircle = onPath.has(child);
      const mark = isCircle ? ' ↺' : hasMore && written.has(child) ? ' …' : '';
      lines.push(`${step.indent}${isLast ? '└─ ' : '├─ '}${mapInWords(child)}${mark}`);
      if (!hasMore || written.has(child)) continue;
      written.add(child);
      // Deeper than a terminal is wide, the lines would wrap: they stay at one place.
      const indent = path.length < mostIndents ? `${step.indent}${isLast ? '   ' : '│  '}` : step.indent;
      path.push({ name: child, next: 0, indent });
      onPath.add(child);
    }
  }
}

const mostIndents = 20;

/** What each map needs, for those that need something. */
export function needsOf({ dependencies }: MapDependencies): ReadonlyMap<string, readonly string[]> {
  const needs = groupsBy(dependencies, ({ from }) => from);
  return new Map([...needs].map(([from, found]) => [from, found.map(({ to }) => to)]));
}
