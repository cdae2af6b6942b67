import type { HealthReport } from '../report/report.js';
import { visibleStart } from './escape.js';
import { accepted } from './html/accepted.js';
import { failures } from './html/failures.js';
import { filter } from './html/filter.js';
import { type Markup, markup, nameOf } from './html/markup.js';
import { openQuestions } from './html/open-questions.js';
import { page } from './html/page.js';
import { time } from './html/parts.js';
import { picture } from './html/picture.js';
import { script, scriptHash } from './html/script.js';
import { settled } from './html/settled.js';
import { checksOf } from './html/standing.js';
import { style, styleHash } from './html/style.js';
import { verdict } from './html/verdict.js';
import { counted, healthInWords } from './html/words.js';

/**
 * What the page is told beside the report.
 * @public
 */
export interface HtmlOptions {
  /** A command that would complete the link, with companies to be compared with the Dual-write page. Shown where the link is not known. */
  readonly linkCommand?: string | undefined;
}

/**
 * A page for a person who does not know the product: the verdict, what to fix and how, what is not known and why, what is
 * accepted. One file that asks nothing of the network; it can be read without its script, which filters and searches, and
 * printed, with every step. Its content security policy allows that script and its style, and nothing else.
 *
 * @example
 * ```ts
 * await writeFile('health.html', html(report));
 * ```
 * @public
 */
export function html(report: HealthReport, options: HtmlOptions = {}): string {
  const checks = checksOf(report);
  const { tool, environment, health, governance } = report;
  return page({
    title: `${healthInWords[health]}: ${visibleStart(environment.name, 80)} – dual-write health`,
    skip: 'Skip to the report',
    header: 'Dual-write health report',
    main: markup`${verdict(report, checks, options.linkCommand)}
${picture(checks)}
${filter(checks)}
${failures(report, checks)}
${openQuestions(checks)}
${accepted(governance, checks)}
${settled(report, checks)}`,
    footer: markup`<p>${totals(report)}</p><p>Made by ${nameOf(tool.name)} ${nameOf(tool.version)} from facts of ${time(report.takenAt)}.</p>`,
    styles: [{ text: style, hash: styleHash }],
    script: { text: script, hash: scriptHash },
  });
}

function totals({ totals: number, outcomes }: HealthReport): Markup {
  return markup`${counted(outcomes.length, 'check')}: ${number.passed} passed, ${number.failed} failed, ${number.inconclusive} inconclusive, ${number.blocked} blocked, ${number.errored} errored, ${number['not-applicable']} not applicable, ${number.skipped} skipped.`;
}
