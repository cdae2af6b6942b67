import type { Diagnosis } from '../../diagnosis/diagnosis.js';
import type { Phase, Topic } from '../../diagnosis/topic.js';
import type { Performer, Remediation, Source } from '../../rules/remediation/remediation.js';
import {
  type Block,
  code,
  type Inline,
  list,
  name,
  type Paragraph,
  paragraph,
  quote,
  type Section,
  series,
  when,
} from '../document.js';
import { isUsual, performersInWords } from '../performer-in-words.js';
import { usualPerformers } from './usual-performers.js';

/** What a known problem comes from, who can fix it and how, and which rules look for it. */
export function problemBlocks(problem: Diagnosis | Topic): readonly Block[] {
  const { causes, performedBy, remediation, rules, source } = problem;
  const captures = 'captures' in problem ? Object.entries(problem.captures) : [];
  return [
    { type: 'section', title: 'Causes', blocks: [list(causes, 'cause')] },
    ...when(captures.length > 0, () => ({
      type: 'section' as const,
      title: 'In this text',
      blocks: [
        {
          type: 'fields' as const,
          fields: captures.map(([kind, values]) => [kind, series(values.map(name))] as const),
        },
      ],
    })),
    fixSection(remediation, performedBy),
    ...when(rules.length > 0, () =>
      paragraph([
        'Rules that look for it: ',
        series(rules.map(code)),
        ' (',
        code(`check --only ${rules.join(',')}`),
        ').',
      ]),
    ),
    ...(source === null ? [] : [sourcesOf([source])]),
  ];
}

/** How to fix something, all ways, and who can where that is more than the ways say. */
export function fixSection(remediation: Remediation, performedBy?: readonly Performer[]): Section {
  const { summary, options } = remediation;
  const usual = usualPerformers(options);
  const isSaid = performedBy === undefined || isUsual(performedBy, usual);
  return {
    type: 'section',
    title: 'How to fix it',
    performedBy: usual,
    blocks: [
      paragraph(summary, 'lead'),
      ...when(!isSaid, () => paragraph(`Who can fix it: ${performersInWords(performedBy ?? [])}.`)),
      { type: 'ways', ways: options },
    ],
  };
}

/** `Source: Troubleshoot live synchronization issues, 2021-08-19` */
export function sourcesOf(sources: readonly Source[]): Paragraph {
  const each = sources.map(({ title, date }): Inline => [quote(title), `, ${date}`]);
  return paragraph(
    [sources.length === 1 ? 'Source: ' : 'Sources: ', ...each.map((one, index) => [index === 0 ? '' : '; ', one])],
    'intro',
  );
}

/** When a problem shows itself. */
export const phaseInWords: Readonly<Record<Phase, string>> = {
  link: 'while linking environments',
  'map-start': 'while starting a map',
  'initial-sync': 'during initial sync',
  'live-sync': 'during live sync',
  'user-interface': 'on the Dual-write page',
  upgrade: 'during an upgrade',
  async: 'in dual-write async',
  throttling: 'when requests are throttled',
};
