import picocolors from 'picocolors';
import type { RemediationOption } from '../rules/remediation/remediation.js';
import type { SolutionGuide } from '../solutions/solution-guides.js';
import { markdownText } from './escape.js';
import { performerInWords } from './performer-in-words.js';
import type { PrettyOptions } from './pretty.js';

/**
 * Guides around solutions for a terminal, step by step.
 * @public
 */
export function prettySolutionGuides(guides: readonly SolutionGuide[], { color = false }: PrettyOptions = {}): string {
  const colors = picocolors.createColors(color);
  const blocks = guides.map(({ id, title, when, parts, source }) =>
    [
      `${colors.bold(title)}  ${colors.dim(id)}`,
      `  ${when}`,
      ...parts.flatMap((part, index) => [
        `  ${colors.cyan(`${index + 1}. ${part.title}`)} (${performersOf(part)})`,
        ...part.steps.map((step) => `     - ${step}`),
        ...(part.destroys === null ? [] : [`     ${colors.red('Lost by this:')} ${part.destroys}`]),
      ]),
      colors.dim(`  Source: ${source.title}, ${source.date}`),
    ].join('\n'),
  );
  return `${blocks.join('\n\n')}\n`;
}

/**
 * Guides around solutions as sections of a page.
 * @public
 */
export function markdownSolutionGuides(guides: readonly SolutionGuide[]): string {
  const sections = guides.map(({ title, when, parts, source }) =>
    [
      `## ${markdownText(title)}`,
      markdownText(when),
      ...parts.map((part, index) => markdownPart(part, index)),
      `Source: *${markdownText(source.title)}*, ${source.date}`,
    ].join('\n\n'),
  );
  return `${sections.join('\n\n')}\n`;
}

function markdownPart(part: RemediationOption, index: number): string {
  const links = part.links.map(({ title, url }) => `[${markdownText(title)}](${url})`);
  return [
    `**${index + 1}. ${markdownText(part.title)}** (${performersOf(part)}; destroys: ${markdownText(part.destroys ?? 'nothing')})`,
    part.steps.map((step, number) => `${number + 1}. ${markdownText(step)}`).join('\n'),
    ...(links.length === 0 ? [] : [links.join(' · ')]),
  ].join('\n\n');
}

function performersOf({ performedBy }: RemediationOption): string {
  return performedBy.map(performerInWords).join(' and ');
}
