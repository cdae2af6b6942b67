import type { SolutionGuide } from '../../solutions/solution-guides.js';
import { type Block, code, type Document, paragraph, quote, type Section } from '../document.js';
import { stepsSection } from './steps-section.js';

/**
 * How something is done with solutions, step by step: one guide, or several of them.
 *
 * @example
 * ```ts
 * process.stdout.write(toPretty(solutionGuidesDocument(solutionGuides)));
 * ```
 * @public
 */
export function solutionGuidesDocument(guides: readonly SolutionGuide[]): Document {
  const [first, second] = guides;
  const one = second === undefined ? first : undefined;
  const heading = one?.title ?? 'Guides to solutions';
  return {
    title: `${heading} – dual-write health`,
    header: 'Dual-write solutions, step by step',
    noun: 'guide',
    heading,
    summary: one === undefined ? [] : [paragraph(one.when, 'lead')],
    blocks: one === undefined ? guides.map(sectionOf) : [stepsSection('Steps', one.parts, [sourceOf(one)])],
  };
}

function sectionOf(guide: SolutionGuide): Section {
  const section = stepsSection(guide.title, guide.parts, [sourceOf(guide)]);
  return { ...section, blocks: [paragraph(guide.when, 'lead'), ...section.blocks] };
}

function sourceOf({ id, source }: SolutionGuide): Block {
  return paragraph(
    ['Source: ', quote(source.title), `, ${source.date}. This guide: `, code(`maps guide ${id}`), '.'],
    'intro',
  );
}
