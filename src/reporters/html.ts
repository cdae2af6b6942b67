import type { Report } from '../report/report.js';
import { visibleStart } from './escape.js';
import { accepted } from './html/accepted.js';
import { failures } from './html/failures.js';
import { filter } from './html/filter.js';
import { iconShapes } from './html/icons.js';
import { type Markup, markup, nameOf, verbatim } from './html/markup.js';
import { openQuestions } from './html/open-questions.js';
import { time } from './html/parts.js';
import { picture } from './html/picture.js';
import { script, scriptHash } from './html/script.js';
import { settled } from './html/settled.js';
import { checksOf } from './html/standing.js';
import { style, styleHash } from './html/style.js';
import { verdict } from './html/verdict.js';
import { counted, healthInWords } from './html/words.js';

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
export function html(report: Report): string {
  const checks = checksOf(report);
  const { tool, environment, health, governance } = report;
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${verbatim(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${healthInWords[health]}: ${visibleStart(environment.name, 80)} – dual-write health</title>
<style>${verbatim(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${iconShapes()}<header><p>Dual-write health report</p></header>
<main id="main" tabindex="-1">
${verdict(report, checks)}
${picture(checks)}
${filter(checks)}
${failures(report, checks)}
${openQuestions(checks)}
${accepted(governance, checks)}
${settled(report, checks)}
</main>
<footer><p>${totals(report)}</p><p>Made by ${nameOf(tool.name)} ${nameOf(tool.version)} from facts of ${time(report.takenAt)}.</p></footer>
<script>${verbatim(script)}</script>
</body>
</html>
`;
  return page.markup;
}

/** By hashes, not by `unsafe-inline`: markup that slips through somehow still cannot run. */
const policy = `default-src 'none'; style-src '${styleHash}'; script-src '${scriptHash}'; base-uri 'none'; form-action 'none'`;

function totals({ totals: number, outcomes }: Report): Markup {
  return markup`${counted(outcomes.length, 'check')}: ${number.passed} passed, ${number.failed} failed, ${number.inconclusive} inconclusive, ${number.blocked} blocked, ${number.errored} errored, ${number['not-applicable']} not applicable, ${number.skipped} skipped.`;
}
