import type { Section, Way } from '../document.js';
import { usualPerformers } from './usual-performers.js';

/** What is done one after the other. Each page is linked where it is first of use. */
export function stepsSection(title: string, ways: readonly Way[], more: Section['blocks'] = []): Section {
  return {
    type: 'section',
    title,
    performedBy: usualPerformers(ways),
    blocks: [{ type: 'ways', ways: withLinksOnce(ways), inOrder: true }, ...more],
  };
}

function withLinksOnce(ways: readonly Way[]): readonly Way[] {
  const linked = new Set<string>();
  return ways.map((way) => {
    const links = way.links?.filter(({ url }) => !linked.has(url)) ?? [];
    for (const { url } of links) linked.add(url);
    return { ...way, links };
  });
}
