import type { SolutionGuide } from '../../solutions/solution-guides.js';
import { paragraph } from '../blocks.js';
import type { Block, DocumentModel } from '../document.js';
import { code, quote } from '../inlines.js';
import { stepsSection } from './ways.js';

/**
 * How something is done with solutions, step by step: one guide, or several of them.
 *
 * @example
 * ```ts
 * process.stdout.write(toPretty(solutionGuidesDocument(solutionGuides)));
 * ```
 * @public
 */
export function solutionGuidesDocument(guides: readonly SolutionGuide[]): DocumentModel {
  const [first, second] = guides;
  const one = second === undefined ? first : undefined;
  const heading = one?.title ?? 'Guides to solutions';
  return {
    title: `${heading} – dual-write health`,
    header: 'Dual-write solutions, step by step',
    noun: 'guide',
    heading,
    summary: one === undefined ? [] : [whenToUse(one)],
    blocks:
      one === undefined
        ? guides.map((guide) =>
            stepsSection(guide.title, guide.parts, { before: [whenToUse(guide)], after: [sourceOf(guide)] }),
          )
        : [stepsSection('Steps', one.parts, { after: [sourceOf(one)] })],
  };
}

function whenToUse({ when }: SolutionGuide): Block {
  return paragraph(when, 'lead');
}

function sourceOf({ id, source }: SolutionGuide): Block {
  const command = code(`dual-write-health maps guide ${id}`);
  return paragraph(['Source: ', quote(source.title), `, ${source.date}. This guide: `, command, '.'], 'intro');
}
