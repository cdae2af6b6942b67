import {
  isAccepted,
  isOpen,
  type Missing,
  missingOf,
  type Outcome,
  type ReportedFinding,
  unseenBy,
} from '../../engine/outcome.js';
import { groupsBy } from '../../facts/groups-by.js';
import type { HealthReport } from '../../report/report.js';
import { subjectKey } from '../../rules/verdict.js';
import type {
  AcceptedFinding,
  KeptFinding,
  NamedFinding,
  StaleFields,
  StaleProject,
  StaleRow,
  StaleRuntime,
} from './cleanup-target.js';
import { areAmong, staleRowsOf, union, without } from './stale-rows.js';

/** What a report says about stale configuration. */
interface StaleFindings {
  readonly targets: readonly (StaleProject | StaleFields | StaleRuntime)[];
  readonly kept: readonly KeptFinding[];
  readonly inTheWay: readonly NamedFinding[];
  readonly unknowns: readonly UnansweredRule[];
}

/**
 * A rule about stale configuration that has no complete answer.
 * @public
 */
export interface UnansweredRule {
  readonly code: string;
  readonly because: string;
}

/** The rules whose findings name what is left over. */
const staleCodes = ['DWDVEV1004', 'DWFOEV1004', 'DWDVEV9304', 'DWFOEV9307'] as const;

/** The rules that say that the link is another environment's: what is judged by such a link proves nothing. */
const linkCodes = ['DWDVEV9305', 'DWFOEV9308'] as const;

/** Separates what open findings prove to be left over from what is accepted, and says what is in the way and what is not known. */
export function staleFindings(report: HealthReport): StaleFindings {
  const { outcomes } = report;
  const inTheWay = linkCodes.flatMap((code) => findingsOf(outcomes, code)).filter((finding) => !isAccepted(finding));
  const findings = staleCodes
    .flatMap((code) => findingsOf(outcomes, code))
    .filter((finding) => inTheWay.length === 0 || isAccepted(finding));
  const settled = [...groupsBy(findings, ({ subject }) => subjectKey(subject)).values()].map(settle);
  return {
    targets: settled.flatMap(({ target }) => target ?? []),
    kept: settled.flatMap(({ kept }) => kept),
    inTheWay: inTheWay.map(namedFinding),
    unknowns: unansweredRules(report),
  };
}

type StaleFinding = ReportedFinding & { readonly code: (typeof staleCodes)[number] };

function findingsOf<Code extends string>(outcomes: readonly Outcome[], code: Code) {
  return outcomes.flatMap((outcome) =>
    outcome.code === code && outcome.status === 'failed'
      ? outcome.findings.map((finding) => ({ ...finding, code }))
      : [],
  );
}

interface Settled {
  readonly target?: StaleProject | StaleFields | StaleRuntime | undefined;
  readonly kept: readonly KeptFinding[];
}

/** What the findings about one thing mean together. */
function settle(findings: readonly [StaleFinding, ...StaleFinding[]]): Settled {
  const open = findings.filter((finding) => !isAccepted(finding));
  const accepted = findings.filter(isAccepted);
  if (findings[0].subject.kind === 'project-configuration') return settleProject(open, accepted);
  // Only one rule at a time names a field configuration or a runtime configuration.
  return { target: open[0] && targetOf(open[0]), kept: accepted.map((finding) => keptFinding(finding, [])) };
}

/** Two rules may name rows of one project. To accept a finding is not to accept the other, unless it is about the row itself. */
function settleProject(open: readonly StaleFinding[], accepted: readonly StaleFinding[]): Settled {
  const protecting = accepted.filter(isAboutRowItself);
  const found = rowsOf(open);
  const rows = protecting.length === 0 ? found : without(found ?? [], rowsOf(protecting) ?? found ?? []);
  const isTarget = open.length > 0 && (rows === null || rows.length > 0);
  const isOverruled = (finding: StaleFinding) =>
    isTarget && !isAboutRowItself(finding) && areAmong(rowsOf([finding]), rows);
  return {
    target: isTarget ? projectOf(open, rows, accepted.filter(isOverruled).map(acceptedFinding)) : undefined,
    kept: accepted
      .filter((finding) => !isOverruled(finding))
      .map((finding) => keptFinding(finding, isAboutRowItself(finding) ? open : [])),
  };
}

/** Whether a finding says that the row belongs to nothing, and not that its map is off. */
function isAboutRowItself({ code }: StaleFinding): boolean {
  return code === 'DWFOEV1004';
}

/** The rows of several findings about one project; `null` if one of them does not list them. */
function rowsOf(findings: readonly StaleFinding[]): readonly StaleRow[] | null {
  return findings.reduce<readonly StaleRow[] | null>((all, { args }) => {
    const rows = staleRowsOf(args);
    return all === null || rows === null ? null : union(all, rows);
  }, []);
}

function projectOf(
  open: readonly StaleFinding[],
  rows: readonly StaleRow[] | null,
  accepted: readonly AcceptedFinding[],
): StaleProject {
  const [id = ''] = open.map(({ subject }) => subject.id);
  const counts = open.flatMap(({ args }) => (typeof args.rowsOfProject === 'number' ? [args.rowsOfProject] : []));
  return {
    type: 'project-configuration',
    findings: open.map(namedFinding),
    projectName: rows?.[0]?.projectName ?? id,
    rows,
    rowsOfProject: counts[0] ?? null,
    accepted,
  };
}

function targetOf(finding: StaleFinding): StaleFields | StaleRuntime {
  const { code, subject, args } = finding;
  const findings = [namedFinding(finding)];
  if (subject.kind === 'field-configuration') {
    const rows = typeof args.rows === 'number' ? args.rows : null;
    const projectName = subject.id === '(no project name)' ? '' : subject.id;
    return { type: 'field-configuration', findings, projectName, rows };
  }
  return {
    type: 'runtime-configuration',
    findings,
    runtimeConfigurationId: subject.id,
    mapName: subject.name ?? null,
    map: code === 'DWDVEV9304' ? 'off' : 'none',
  };
}

function namedFinding({ code, message }: NamedFinding): NamedFinding {
  return { code, message };
}

function acceptedFinding({ code, message, subject, suppressed }: StaleFinding): AcceptedFinding {
  const finding = { code, message, subject };
  if (suppressed === undefined) return { ...finding, reason: 'it is in the baseline' };
  const { reason, expires, owner } = suppressed;
  return { ...finding, reason, expires, ...(owner === undefined ? {} : { owner }) };
}

/** @param open - findings about the same project that are not accepted */
function keptFinding(finding: StaleFinding, open: readonly StaleFinding[]): KeptFinding {
  const rows = rowsOf([finding]);
  const sharing = open.filter((other) => {
    const others = rowsOf([other]);
    return rows === null || others === null || without(others, rows).length < others.length;
  });
  return { ...acceptedFinding(finding), alsoFoundBy: sharing.map(({ code }) => code) };
}

/** The rules that did not answer, or not about everything. */
function unansweredRules({ outcomes, facts }: HealthReport): readonly UnansweredRule[] {
  return staleCodes.flatMap((code) => {
    const outcome = outcomes.find((one) => one.code === code);
    const because = outcome === undefined ? 'it is not in the report' : whyUnanswered(outcome, facts);
    return because === undefined ? [] : [{ code, because }];
  });
}

function whyUnanswered(outcome: Outcome, facts: HealthReport['facts']): string | undefined {
  // A rule that somebody turned off was not forgotten, but it does not say that there is nothing either.
  if (outcome.status === 'skipped') return `skipped (${outcome.because})`;
  if (!isOpen(outcome)) return whyFieldsUnseen(outcome, facts);
  switch (outcome.status) {
    case 'blocked':
      return `blocked until ${outcome.by.join(', ')} ${outcome.by.length === 1 ? 'is' : 'are'} fixed`;
    case 'errored':
      return `the rule itself failed: ${outcome.because}`;
    case 'inconclusive':
      return missingOf(outcome).map(missingInWords).join('; ');
    case 'failed':
      return `not everything could be judged: ${missingOf(outcome).map(missingInWords).join('; ')}`;
  }
}

function missingInWords({ fact, property, reason, detail }: Missing): string {
  const why = detail === undefined ? '' : `: ${detail}`;
  if (reason === 'partial') return `only a part of ${fact} was seen${why}`;
  return `${property === undefined ? fact : `${fact}.${property}`} is not known (${reason}${why})`;
}

/** No service answers for field configurations: only where somebody tried to read them, something is missing. */
function whyFieldsUnseen(outcome: Outcome, { fieldConfigurations }: HealthReport['facts']): string | undefined {
  if (!unseenBy(outcome).includes('fieldConfigurations')) return undefined;
  if (fieldConfigurations.status === 'known') return 'only a part of fieldConfigurations was seen';
  const { reason } = fieldConfigurations;
  return reason === 'not-provided' || reason === 'not-connected'
    ? undefined
    : `fieldConfigurations is not known (${reason})`;
}
