import { type Acceptance, isAccepted, type ReportedFinding } from '../../../engine/outcome.js';
import { groupsBy } from '../../../facts/groups-by.js';
import type { Governance } from '../../../govern/govern.js';
import type { HealthReport } from '../../../report/report.js';
import type { Accepted, Digest } from '../../digest.js';
import {
  type Block,
  code,
  type Inline,
  list,
  paragraph,
  quote,
  type Row,
  type Section,
  time,
  when,
} from '../../document.js';
import { whyOpen } from '../../in-words.js';
import { acceptanceOf, type Check, hasAcceptance, withStatus } from '../../standing.js';
import { counted } from '../../words.js';
import { aboutCheck, codeOf, facetsOf, findingItem, ruleCell, waysOf } from './check-parts.js';
import { missingList } from './open-questions.js';

/** What somebody accepts for a while, why, until when and who; and what is wrong with that. */
export function accepted({ governance }: HealthReport, digest: Digest, checks: readonly Check[]): Block {
  const accepting = checks.filter(hasAcceptance);
  const about = [...staleSuppressions(governance), ...fixedOfBaseline(governance)];
  return {
    type: 'section',
    id: 'accepted',
    title: 'Accepted',
    count: accepting.length,
    on: accepting.length + about.length === 0 ? 'page' : undefined,
    blocks: [
      { ...paragraph(intro(governance, accepting.length), 'intro'), on: 'page' },
      ...about,
      ...when(digest.accepted.length > 0, () => inTable(digest)),
      ...accepting.map((check): Block => ({ ...acceptedOf(check, governance), on: ['page', 'terminal'] })),
    ],
  };
}

function intro(governance: Governance | undefined, number: number): Inline {
  if (number === 0 && governance === undefined) return 'Nothing is accepted.';
  return [
    number === 0
      ? 'Nothing that was found is accepted.'
      : 'Real, but accepted for a while: it does not count in the verdict.',
    ...when(governance !== undefined, () => [' The date that counts is ', time(governance?.now ?? ''), '.']),
  ];
}

/** Suppressions that have expired, or accept nothing, unless the policy is to ignore them. */
export function staleSuppressions(governance: Governance | undefined): readonly Section[] {
  if (governance === undefined) return [];
  const { suppressions, policy } = governance;
  return (['expired', 'unused'] as const).flatMap((kind) => {
    const stale = suppressions[kind];
    if (policy[kind] === 'ignore' || stale.length === 0) return [];
    const fails = policy[kind] === 'fail';
    return [
      {
        type: 'section' as const,
        mark: fails ? ('error' as const) : ('warning' as const),
        title: staleInWords[kind],
        blocks: [
          paragraph(
            fails
              ? 'This makes the environment unhealthy: renew them or take them out.'
              : 'Renew them or take them out.',
          ),
          list(
            stale.map(({ rule, subject, open, ...acceptance }) => ({
              text: [code(rule), ' ', scope(subject, open)],
              about: acceptanceFields(acceptance).map(([label, value]): Inline => [`${label.toLowerCase()} `, value]),
            })),
            'suppression',
          ),
        ],
      },
    ];
  });
}

const staleInWords = {
  expired: 'Expired acceptances: what they covered counts again',
  unused: 'Unused acceptances: there is nothing left for them to cover',
} as const;

function scope(subject: Governance['suppressions']['unused'][number]['subject'], open: boolean | undefined): Inline {
  if (subject === undefined) return open === true ? 'could not be determined' : '';
  return typeof subject === 'string' ? ['for ', code(subject)] : ['for all like ', code(subject.pattern)];
}

function fixedOfBaseline(governance: Governance | undefined): readonly Section[] {
  const { baseline } = governance ?? {};
  if (baseline === undefined) return [];
  const { takenAt, accepted: number, fixed } = baseline;
  const [is, them] = fixed.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return [
    {
      type: 'section',
      mark: 'accepted',
      title: ['Baseline of ', time(takenAt)],
      blocks: [
        paragraph(`It accepts ${counted(number, 'finding')} here.`),
        ...(fixed.length === 0
          ? []
          : [
              paragraph(
                `${counted(fixed.length, 'finding')} of the baseline ${is} not found any more: make the baseline again, or take ${them} out of it.`,
              ),
              list(fixed.map(code), 'finding'),
            ]),
      ],
    },
  ];
}

function acceptedOf(check: Check, governance: Governance | undefined): Section {
  const { outcome, standing } = check;
  const [failed] = withStatus([check], 'failed');
  const fix: readonly Block[] =
    failed !== undefined && standing !== 'error' && standing !== 'warning'
      ? [
          {
            type: 'details',
            on: 'page',
            summary: 'How to fix it',
            blocks: [paragraph(failed.outcome.remediation.summary), waysOf(failed.outcome.remediation, outcome.code)],
          },
        ]
      : [];
  return {
    type: 'section',
    mark: 'accepted',
    title: outcome.title,
    code: codeOf(outcome),
    about: aboutCheck(check, outcome.severity),
    facets: facetsOf(check),
    blocks: [
      ...(failed === undefined ? [] : groups(failed.outcome.findings.filter(isAccepted), governance)),
      ...openAccepted(check),
      ...fix,
    ],
  };
}

/** Findings under what accepts them: one suppression with a pattern may accept thousands. */
function groups(findings: readonly ReportedFinding[], governance: Governance | undefined): readonly Section[] {
  return [...groupsBy(findings, ({ suppressed, baselined }) => JSON.stringify([suppressed, baselined])).values()].map(
    (group) => ({
      type: 'section',
      title: `${counted(group.length, 'finding')} accepted`,
      blocks: [...whatAccepts(group[0], governance), list(group.map(findingItem), 'finding', { look: 'findings' })],
    }),
  );
}

function whatAccepts({ suppressed, baselined }: ReportedFinding, governance: Governance | undefined): readonly Block[] {
  const baseline = governance?.baseline;
  return [
    ...(suppressed === undefined ? [] : [acceptance(suppressed)]),
    ...(baselined === true
      ? [
          paragraph([
            'In the baseline',
            ...when(baseline !== undefined, () => [' of ', time(baseline?.takenAt ?? '')]),
            ': it was there before.',
          ]),
        ]
      : []),
  ];
}

/** That something could not be determined is accepted. */
function openAccepted({ outcome }: Check): readonly Block[] {
  const accepts = acceptanceOf(outcome);
  if (accepts === undefined) return [];
  const part = (title: string, ...rest: readonly Block[]): readonly Block[] => [
    { type: 'section', title, blocks: [acceptance(accepts), ...rest] },
  ];
  switch (outcome.status) {
    case 'blocked':
      return part(
        'That it waits for a prerequisite is accepted',
        list(outcome.by.map(code), 'rule', { look: 'plain' }),
      );
    case 'errored':
      return part('That it broke off is accepted', paragraph(quote(outcome.because)));
    case 'failed':
      return part('That not all could be judged is accepted', ...missingList(outcome.missing ?? []));
    case 'inconclusive':
      return part('That it could not be determined is accepted', ...missingList(outcome.missing));
    default:
      return [];
  }
}

function acceptance(accepts: Acceptance): Block {
  return { type: 'fields', look: 'acceptance', fields: acceptanceFields(accepts) };
}

function acceptanceFields({ reason, expires, owner }: Acceptance): readonly (readonly [string, Inline])[] {
  return [
    ['Reason', quote(reason)],
    ['Until', time(expires)],
    ...(owner === undefined ? [] : ([['Owner', { type: 'name', text: owner }]] as const)),
  ];
}

function inTable(digest: Digest): Block {
  return {
    type: 'table',
    on: 'markdown',
    caption: 'What is accepted',
    columns: ['Rule', 'What', 'Until', 'Why'],
    noun: 'finding',
    rows: digest.accepted.flatMap(rowsOf),
  };
}

function rowsOf({ outcome, findings, open }: Accepted): readonly Row[] {
  const rule = ruleCell(outcome);
  return [
    ...findings.map(({ message, suppressed }) => ({ cells: [rule, message, ...untilAndWhy(suppressed)] })),
    ...(open === undefined ? [] : [{ cells: [rule, whyOpen(outcome), ...untilAndWhy(open)] }]),
  ];
}

/** Without a suppression, it is the baseline that accepts. */
function untilAndWhy(accepts: Acceptance | undefined): readonly [Inline, Inline] {
  if (accepts === undefined) return ['', 'in the baseline'];
  const { reason, expires, owner } = accepts;
  return [time(expires), owner === undefined ? reason : [reason, ' (', owner, ')']];
}
