import picocolors from 'picocolors';
import { missingOf } from '../engine/outcome.js';
import { groupsBy } from '../facts/groups-by.js';
import type { HealthReport } from '../report/report.js';
import type { RemediationOption } from '../rules/remediation/remediation.js';
import { type Accepted, type Digest, digestOf, type Failure, whyLinkIsMissing } from './digest.js';
import { visible, visibleStart } from './escape.js';
import {
  acceptanceInWords,
  count,
  findingAcceptedInWords,
  proposalInWords,
  totalsInWords,
  unseenInWords,
  whyOpen,
} from './in-words.js';
import { performerInWords } from './performer-in-words.js';

/**
 * How the pretty report looks.
 * @public
 */
export interface PrettyOptions {
  /** Color it for a terminal. Default: no color. */
  readonly color?: boolean | undefined;
  /** A command that would complete the link, with companies to be compared with the Dual-write page. Shown where the link is not known. */
  readonly linkCommand?: string | undefined;
}

type Colors = ReturnType<typeof picocolors.createColors>;

const mostFindingsShown = 10;

/**
 * What an administrator wants to see first: the verdict, what failed with the first way to fix it, what could not be
 * checked and why, what is accepted, and a line of totals. Text from outside is made harmless.
 *
 * @example
 * ```ts
 * process.stdout.write(pretty(report, { color: process.stdout.isTTY }));
 * ```
 * @public
 */
export function pretty(report: HealthReport, options: PrettyOptions = {}): string {
  const colors = picocolors.createColors(options.color ?? false);
  const digest = digestOf(report);
  const sections = [
    heading(report, digest, colors),
    missingLinkNotice(report, colors),
    digest.issues.map((issue) => `${colors.red('✖')} ${visibleStart(issue, 400)}`),
    failures(digest, colors),
    openQuestions(digest, colors),
    unseen(digest, colors),
    accepted(digest, colors),
    complaints(digest, colors),
    [`${totalsInWords(report.totals)}  (${visible(report.tool.name)} ${visible(report.tool.version)})`],
    completion(report, options.linkCommand, colors),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function heading(
  { environment, takenAt, health }: HealthReport,
  { sentence }: Digest,
  colors: Colors,
): readonly string[] {
  const verdicts = {
    healthy: colors.green(colors.bold('HEALTHY')),
    unhealthy: colors.red(colors.bold('UNHEALTHY')),
    unknown: colors.yellow(colors.bold('UNKNOWN')),
  };
  return [
    `${verdicts[health]}  ${colors.bold(visibleStart(environment.name))}  ${colors.dim(`facts of ${visibleStart(takenAt)}`)}`,
    visible(sentence),
  ];
}

function missingLinkNotice(report: HealthReport, colors: Colors): readonly string[] {
  const reason = whyLinkIsMissing(report);
  if (reason === undefined) return [];
  const waiting = report.outcomes.filter((outcome) => missingOf(outcome).some(({ fact }) => fact === 'link')).length;
  return [
    colors.yellow(
      `The link fact is not known (${reason}), and most rules need it${waiting > 0 ? ` – ${waiting} of them here` : ''}.`,
    ),
    'Supply it with --legal-entities USMF,DEMF, with --with facts.json (`dual-write-health init` writes a template), or with a capture of the Dual-write page (--gateway FILE).',
  ];
}

function completion(report: HealthReport, command: string | undefined, colors: Colors): readonly string[] {
  if (command === undefined || whyLinkIsMissing(report) === undefined) return [];
  return [`To complete the link, ${proposalInWords}:`, `  ${colors.bold(visible(command))}`];
}

function failures({ failures: failed }: Digest, colors: Colors): readonly string[] {
  if (failed.length === 0) return [];
  return [
    colors.bold('FAILED'),
    ...failed.flatMap((one, index) => [...(index > 0 ? [''] : []), ...failure(one, colors)]),
  ];
}

function failure({ outcome, findings }: Failure, colors: Colors): readonly string[] {
  const { code, title, severity, validation, origin, remediation } = outcome;
  const mark = severity === 'error' ? colors.red('✖ error  ') : colors.yellow('▲ warning');
  const [option] = remediation.options;
  const others = remediation.options.length - 1;
  return [
    `${mark} ${colors.bold(visible(code))}  ${visible(title)}  ${colors.dim(`${validation}, ${origin}`)}`,
    ...findings.slice(0, mostFindingsShown).map(({ message }) => `    • ${visibleStart(message, 400)}`),
    ...(findings.length > mostFindingsShown
      ? [`    … and ${findings.length - mostFindingsShown} more (--format json lists them all)`]
      : []),
    ...(outcome.incomplete ? [`    ${colors.yellow('?')} ${visible(whyOpen(outcome))}`] : []),
    ...fix(option, colors),
    ...(others > 0
      ? [`      ${colors.dim(`${count(others, 'other way')}: dual-write-health rules ${visible(code)}`)}`]
      : []),
  ];
}

function fix({ title, steps, performedBy, destroys }: RemediationOption, colors: Colors): readonly string[] {
  return [
    `    ${colors.cyan('Fix:')} ${visible(title)}  ${colors.dim(`(${performedBy.map(performerInWords).join(' and ')})`)}`,
    ...steps.map((step, index) => `      ${index + 1}. ${visible(step)}`),
    ...(destroys === null ? [] : [`      ${colors.red('Lost by this:')} ${visible(destroys)}`]),
  ];
}

/** Grouped by what is missing: that is what a person can do something about. */
function openQuestions({ open }: Digest, colors: Colors): readonly string[] {
  // What of a failed rule could not be judged stands with its findings.
  const ofNoFailed = open.filter(({ status }) => status !== 'failed');
  const byReason = groupsBy(ofNoFailed, (outcome) => visible(whyOpen(outcome)));
  if (byReason.size === 0) return [];
  return [
    colors.bold('NOT CHECKED'),
    ...[...byReason].flatMap(([reason, waiting]) => [
      `  ${colors.yellow('?')} ${reason}`,
      ...waiting.map(({ code, title }) => `      ${visible(code)}  ${colors.dim(visible(title))}`),
    ]),
  ];
}

/** Grouped by what was not seen: most readers can do without it, and those who cannot need to know the rules. */
function unseen({ unseen: all }: Digest, colors: Colors): readonly string[] {
  if (all.length === 0) return [];
  return [colors.bold('NOT SEEN'), ...all.map((one) => `  ${colors.yellow('?')} ${visible(unseenInWords(one))}`)];
}

/** What somebody answers for: it does not count, but it is not gone. */
function accepted({ accepted: rules }: Digest, colors: Colors): readonly string[] {
  if (rules.length === 0) return [];
  return [colors.bold('ACCEPTED'), ...rules.flatMap((one) => acceptedOfRule(one, colors))];
}

function acceptedOfRule({ outcome, findings, open }: Accepted, colors: Colors): readonly string[] {
  return [
    `  ${visible(outcome.code)}  ${colors.dim(visible(outcome.title))}`,
    ...findings
      .slice(0, mostFindingsShown)
      .map(
        (finding) =>
          `    • ${visibleStart(finding.message, 400)}  ${colors.dim(visible(findingAcceptedInWords(finding)))}`,
      ),
    ...(findings.length > mostFindingsShown ? [`    … and ${findings.length - mostFindingsShown} more`] : []),
    ...(open === undefined
      ? []
      : [`    ? ${visible(whyOpen(outcome))}  ${colors.dim(visible(acceptanceInWords(open)))}`]),
  ];
}

function complaints({ complaints: all }: Digest, colors: Colors): readonly string[] {
  return all.map(({ text, fails }) => `${fails ? colors.red('✖') : colors.yellow('▲')} ${visible(text)}`);
}
