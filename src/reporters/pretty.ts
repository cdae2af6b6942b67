import picocolors from 'picocolors';
import type { Missing, Outcome } from '../engine/outcome.js';
import type { Report } from '../report/report.js';
import type { RemediationOption } from '../rules/remediation/remediation.js';
import { visible, visibleStart } from './escape.js';
import { performerInWords } from './performer-in-words.js';

/**
 * How the pretty report looks.
 * @public
 */
export interface PrettyOptions {
  /** Colour it for a terminal. Default: no colour. */
  readonly color?: boolean | undefined;
}

type OutcomeWith<Status extends Outcome['status']> = Extract<Outcome, { readonly status: Status }>;
type Colors = ReturnType<typeof picocolors.createColors>;

const mostFindingsShown = 10;

/**
 * What an administrator wants to see first: the verdict, what failed with the first way to fix it, what could not be
 * checked and why, and a line of totals. Text from outside is made harmless.
 *
 * @example
 * ```ts
 * process.stdout.write(pretty(report, { color: process.stdout.isTTY }));
 * ```
 * @public
 */
export function pretty(report: Report, options: PrettyOptions = {}): string {
  const colors = picocolors.createColors(options.color ?? false);
  const sections = [
    heading(report, colors),
    missingLinkNotice(report, colors),
    failures(report, colors),
    openQuestions(report, colors),
    totals(report),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function heading(report: Report, colors: Colors): readonly string[] {
  const verdicts = {
    healthy: colors.green(colors.bold('HEALTHY')),
    unhealthy: colors.red(colors.bold('UNHEALTHY')),
    unknown: colors.yellow(colors.bold('UNKNOWN')),
  };
  const { environment, takenAt, health } = report;
  return [
    `${verdicts[health]}  ${colors.bold(visibleStart(environment.name))}  ${colors.dim(`facts of ${visible(takenAt)}`)}`,
    inOneSentence(report),
  ];
}

function inOneSentence({ outcomes, health }: Report): string {
  const errors = ofStatus(outcomes, 'failed').filter(({ severity }) => severity === 'error').length;
  const warnings = ofStatus(outcomes, 'failed').length - errors;
  const open = outcomes.filter(isOpen).length;
  const parts = [
    errors > 0 ? `${count(errors, 'rule')} failed with errors` : '',
    warnings > 0 ? `${count(warnings, 'rule')} failed with warnings` : '',
    open > 0 ? `${count(open, 'rule')} could not be checked` : '',
  ].filter((part) => part !== '');
  if (parts.length > 0) return `${parts.join(', ')}.`;
  return health === 'unknown' ? 'No rule was checked.' : 'Every rule that applies was checked, and all is well.';
}

function missingLinkNotice({ facts, outcomes }: Report, colors: Colors): readonly string[] {
  if (facts.link.status === 'known') return [];
  const waiting = outcomes.filter((outcome) => missingOf(outcome).some(({ fact }) => fact === 'link')).length;
  return [
    colors.yellow(
      `The link fact is not known (${facts.link.reason}), and most rules need it${waiting > 0 ? ` – ${waiting} of them here` : ''}.`,
    ),
    'Supply it with --legal-entities USMF,DEMF, with --with facts.json (`dual-write-health init` writes a template), or with a capture of the Dual-write page (--gateway FILE).',
  ];
}

function failures({ outcomes }: Report, colors: Colors): readonly string[] {
  const failed = ofStatus(outcomes, 'failed');
  if (failed.length === 0) return [];
  const bySeverity = [
    ...failed.filter(({ severity }) => severity === 'error'),
    ...failed.filter(({ severity }) => severity === 'warning'),
  ];
  return [
    colors.bold('FAILED'),
    ...bySeverity.flatMap((outcome, index) => [...(index > 0 ? [''] : []), ...failure(outcome, colors)]),
  ];
}

function failure(outcome: OutcomeWith<'failed'>, colors: Colors): readonly string[] {
  const { code, title, severity, validation, origin, findings, remediation } = outcome;
  const mark = severity === 'error' ? colors.red('✖ error  ') : colors.yellow('▲ warning');
  const [option] = remediation.options;
  const others = remediation.options.length - 1;
  return [
    `${mark} ${colors.bold(visible(code))}  ${visible(title)}  ${colors.dim(`${validation}, ${origin}`)}`,
    ...findings.slice(0, mostFindingsShown).map(({ message }) => `    • ${visibleStart(message, 400)}`),
    ...(findings.length > mostFindingsShown
      ? [`    … and ${findings.length - mostFindingsShown} more (--format json lists them all)`]
      : []),
    ...(outcome.incomplete
      ? [`    ${colors.yellow('?')} not all could be judged: ${reasons(outcome.missing ?? [])}`]
      : []),
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
function openQuestions({ outcomes }: Report, colors: Colors): readonly string[] {
  const byReason = new Map<string, Outcome[]>();
  for (const outcome of outcomes.filter(isOpen)) {
    const reason = whyOpen(outcome);
    byReason.set(reason, [...(byReason.get(reason) ?? []), outcome]);
  }
  if (byReason.size === 0) return [];
  return [
    colors.bold('NOT CHECKED'),
    ...[...byReason].flatMap(([reason, waiting]) => [
      `  ${colors.yellow('?')} ${reason}`,
      ...waiting.map(({ code, title }) => `      ${visible(code)}  ${colors.dim(visible(title))}`),
    ]),
  ];
}

function whyOpen(outcome: OutcomeWith<'inconclusive' | 'blocked' | 'errored'>): string {
  switch (outcome.status) {
    case 'inconclusive':
      return reasons(outcome.missing);
    case 'blocked':
      return `blocked until ${outcome.by.map(visible).join(', ')} ${outcome.by.length === 1 ? 'is' : 'are'} fixed`;
    case 'errored':
      return `the rule itself failed: ${visibleStart(outcome.because)}`;
  }
}

function reasons(missing: readonly Missing[]): string {
  return missing
    .map(({ fact, property, reason, detail }) => {
      if (reason === 'partial') return `only a part of ${fact} was seen`;
      const what = property === undefined ? `${fact} not known` : `${fact}.${visible(property)} not known`;
      return detail === undefined ? `${what} (${reason})` : `${what} (${reason}: ${visibleStart(detail)})`;
    })
    .join('; ');
}

function totals({ totals: number, tool }: Report): readonly string[] {
  const parts = [
    `${number.passed} passed`,
    `${number.failed} failed`,
    `${number.inconclusive} inconclusive`,
    `${number.blocked} blocked`,
    `${number.errored} errored`,
    `${number['not-applicable']} not applicable`,
    `${number.skipped} skipped`,
  ];
  return [`${parts.join(', ')}  (${visible(tool.name)} ${visible(tool.version)})`];
}

function isOpen(outcome: Outcome): outcome is OutcomeWith<'inconclusive' | 'blocked' | 'errored'> {
  return outcome.status === 'inconclusive' || outcome.status === 'blocked' || outcome.status === 'errored';
}

function missingOf(outcome: Outcome): readonly Missing[] {
  return outcome.status === 'inconclusive' || outcome.status === 'failed' ? (outcome.missing ?? []) : [];
}

function ofStatus<Status extends Outcome['status']>(
  outcomes: readonly Outcome[],
  status: Status,
): readonly OutcomeWith<Status>[] {
  return outcomes.filter((outcome): outcome is OutcomeWith<Status> => outcome.status === status);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
