import { isConclusive, isLeftOpen, missingOf } from '../../../engine/outcome.js';
import { issueInWords } from '../../../facts/issues.js';
import type { HealthReport } from '../../../report/report.js';
import { type Digest, whyLinkIsMissing } from '../../digest.js';
import { type Block, list, paragraph, strong, type Tiles, time, when } from '../../document.js';
import { type Check, hasAcceptance, withStatus } from '../../standing.js';
import { counted, figure, listed } from '../../words.js';
import { staleSuppressions } from './accepted.js';

export const standingOfHealth = { healthy: 'passed', unhealthy: 'error', unknown: 'inconclusive' } as const;

interface About {
  readonly checks: readonly Check[];
  readonly digest: Digest;
  readonly linkCommand: string | undefined;
}

/** The verdict in a sentence, and what to know or do first. */
export function verdict(report: HealthReport, { checks, digest, linkCommand }: About): readonly Block[] {
  const { takenAt, failOn } = report;
  return [
    { ...paragraph(inOneSentence(report, checks), 'lead'), on: 'page' },
    { ...paragraph([digest.sentence, ' Facts of ', time(takenAt), '.']), on: ['terminal', 'markdown'] },
    {
      type: 'fields',
      on: 'page',
      fields: [
        ['Facts of', time(takenAt)],
        ['What counts', failOn === 'error' ? 'Errors, not warnings' : 'Errors and warnings'],
      ],
    },
    ...invalidOptions(report),
    ...missingLink(report, checks, linkCommand),
    ...prerequisitesFirst(checks),
  ];
}

const whatItDoes = 'which keeps Dynamics 365 finance and operations apps and Dataverse in step';

/** For a reader who has never heard of dual-write. */
function inOneSentence(report: HealthReport, checks: readonly Check[]): string {
  if (report.fault !== undefined)
    return `Nobody can say whether dual-write, ${whatItDoes}, is in order here, because nothing was checked.`;
  const counting = checks.filter(({ outcome }) => report.failOn === 'warning' || outcome.severity === 'error');
  const failing = counting.filter(isFailing).length;
  const open = checks.filter(wasLeftOpen).length;
  switch (report.health) {
    case 'unhealthy': {
      const rest = open > 0 ? `, and ${figure(open)} could not be completed` : '';
      return failing > 0
        ? `Dual-write, ${whatItDoes}, needs repair here: ${counted(failing, 'check')} found something that must be fixed${rest}.`
        : `Dual-write, ${whatItDoes}, shows no new problem here, but what was accepted earlier has to be looked at again.`;
    }
    case 'unknown':
      return counting.some(hasConclusion)
        ? `Nobody can say yet whether dual-write, ${whatItDoes}, is in order here: ${figure(open)} of ${counted(checks.filter(wasAsked).length, 'check')} could not be completed.`
        : `Nobody can say whether dual-write, ${whatItDoes}, is in order here, because no check could be completed.`;
    case 'healthy': {
      const but = reservations(checks);
      return `Dual-write, ${whatItDoes}, is in order here: nothing was found that must be fixed${but === '' ? '' : `, though ${but}`}.`;
    }
  }
}

/** What a reader of good news should know all the same. */
function reservations(checks: readonly Check[]): string {
  const warnings = checks.filter(isFailing).length;
  const open = checks.filter(wasLeftOpen).length;
  const accepted = checks.filter(hasAcceptance).length;
  const inPart = withStatus(checks, 'passed').filter(({ outcome }) => outcome.without !== undefined).length;
  return listed([
    ...(warnings > 0 ? [`${counted(warnings, 'check')} ${warnings === 1 ? 'warns' : 'warn'} of a risk`] : []),
    ...(open > 0 ? [`${counted(open, 'check')} could not be completed`] : []),
    ...(accepted > 0 ? [`something is accepted in ${counted(accepted, 'check')}`] : []),
    ...(inPart > 0 ? [`${counted(inPart, 'check')} passed without seeing everything`] : []),
  ]);
}

/** The report without a link says so in its first lines, because it says so little else. */
function missingLink(report: HealthReport, checks: readonly Check[], command: string | undefined): readonly Block[] {
  const reason = whyLinkIsMissing(report);
  if (reason === undefined) return [];
  const waiting = checks.filter(({ outcome }) => missingOf(outcome).some(({ fact }) => fact === 'link')).length;
  return [
    {
      type: 'notice',
      mark: 'inconclusive',
      text: [
        strong(
          `The link fact is not known (${reason}), and most rules need it${waiting > 0 ? ` – ${waiting} of them here` : ''}.`,
        ),
        ' It says which environments are linked and for which companies, and the Dual-write page shows it. Supply it with `--legal-entities USMF,DEMF`, with `--with facts.json` (`dual-write-health init` writes a template), or with a capture of the page (`--gateway FILE`).',
      ],
      blocks: completion(command).map((block): Block => ({ ...block, on: 'page' })),
    },
  ];
}

/** The command, which text shows as its last lines. */
export function completion(command: string | undefined): readonly Block[] {
  if (command === undefined) return [];
  return [
    paragraph(
      'To complete the link, run this with the companies that are linked; those enabled for dual-write in Dataverse are proposed, compare them with the Dual-write page:',
    ),
    { type: 'code', language: 'sh', lines: [command] },
  ];
}

function invalidOptions({ fault }: HealthReport): readonly Block[] {
  return when(fault !== undefined, () => ({
    type: 'notice',
    mark: 'errored',
    text: strong('The options of the check are not valid.'),
    blocks: [list(fault?.issues.map(issueInWords) ?? [], 'problem', { look: 'plain' })],
  }));
}

function prerequisitesFirst(checks: readonly Check[]): readonly Block[] {
  const waiting = withStatus(checks, 'blocked').length;
  return when(waiting > 0, () => ({
    type: 'notice',
    mark: 'blocked',
    text: [
      strong('Begin with the prerequisites.'),
      ` ${counted(waiting, 'check')} ${waiting === 1 ? 'waits' : 'wait'} until they are fixed.`,
    ],
  }));
}

/** Ways into the page, each with its number. */
export function tiles({ governance }: HealthReport, checks: readonly Check[]): Block & Tiles {
  const review = staleSuppressions(governance).length;
  const count = (is: (check: Check) => boolean) => checks.filter(is).length;
  return {
    type: 'tiles',
    tiles: [
      { mark: 'error', to: 'errors', label: 'Errors', count: count(({ standing }) => standing === 'error') },
      { mark: 'warning', to: 'warnings', label: 'Warnings', count: count(({ standing }) => standing === 'warning') },
      { mark: 'inconclusive', to: 'open', label: 'Not known', count: count(wasLeftOpen) },
      {
        mark: 'accepted',
        to: 'accepted',
        label: 'Accepted',
        count: count(hasAcceptance),
        note: review > 0 ? `${review} to review` : undefined,
      },
      { mark: 'passed', to: 'settled', label: 'Passed', count: count(({ standing }) => standing === 'passed') },
    ],
  };
}

function isFailing({ standing }: Check): boolean {
  return standing === 'error' || standing === 'warning';
}

function wasAsked({ outcome }: Check): boolean {
  return outcome.status !== 'skipped';
}

function hasConclusion({ outcome }: Check): boolean {
  return isConclusive(outcome);
}

function wasLeftOpen({ outcome }: Check): boolean {
  return isLeftOpen(outcome);
}
