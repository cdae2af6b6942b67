import { groupsBy } from '../../facts/groups-by.js';
import type { Performer, Remediation, Source } from '../../rules/remediation/remediation.js';
import { paragraph, section, when } from '../blocks.js';
import type { Block, Inline, Paragraph, Section, Way } from '../document.js';
import { joined, quote } from '../inlines.js';
import { isUsual, performersInWords } from '../performer-in-words.js';

/** What is done one after the other, between other blocks. Each page is linked where it is first of use. */
export function stepsSection(
  title: string,
  ways: readonly Way[],
  { before = [], after = [] }: { readonly before?: readonly Block[]; readonly after?: readonly Block[] } = {},
): Section {
  const blocks = [...before, { type: 'ways', ways: withLinksOnce(ways), inOrder: true } as const, ...after];
  return section(title, blocks, { performedBy: usualPerformers(ways) });
}

function withLinksOnce(ways: readonly Way[]): readonly Way[] {
  const linked = new Set<string>();
  return ways.map((way) => {
    const links = way.links?.filter(({ url }) => !linked.has(url)) ?? [];
    for (const { url } of links) linked.add(url);
    return { ...way, links };
  });
}

/** How to fix something, all ways, and who can where that is more than the ways say. */
export function fixSection({ summary, options }: Remediation, performedBy: readonly Performer[] = []): Section {
  const usual = usualPerformers(options);
  const isSaid = performedBy.length === 0 || isUsual(performedBy, usual);
  const blocks: readonly Block[] = [
    paragraph(summary, 'lead'),
    ...when(!isSaid, () => paragraph(`Who can fix it: ${performersInWords(performedBy)}.`)),
    { type: 'ways', ways: options },
  ];
  return section('How to fix it', blocks, { performedBy: usual });
}

/** Those who carry out the most of some ways, where more than one is theirs: they are named once. */
export function usualPerformers(ways: readonly Pick<Way, 'performedBy'>[]): readonly Performer[] | undefined {
  const groups = [...groupsBy(ways, ({ performedBy }) => [...performedBy].sort().join()).values()];
  const [most] = groups.sort((a, b) => b.length - a.length);
  return most !== undefined && most.length > 1 ? most[0].performedBy : undefined;
}

/** `Source: Troubleshoot live synchronization issues, 2021-08-19` */
export function sourcesOf(sources: readonly Source[]): Paragraph {
  const each = sources.map(({ title, date }): Inline => [quote(title), `, ${date}`]);
  return paragraph([sources.length === 1 ? 'Source: ' : 'Sources: ', joined(each, '; ')], 'intro');
}
