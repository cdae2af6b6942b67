import { isConclusive, missingOf } from '../../../engine/outcome.js';
import { issueInWords } from '../../../facts/issues.js';
import type { HealthReport } from '../../../report/report.js';
import { fields, given, inText, list, notice, onPage, paragraph, when } from '../../blocks.js';
import { type Check, hasAcceptance, isFailing, isOpenCheck, withStatus } from '../../checks.js';
import { type Digest, whyLinkIsMissing } from '../../digest.js';
import type { Block } from '../../document.js';
import { strong, time } from '../../inlines.js';
import { capitalized, counted, countedDo, figure, listed } from '../../words.js';

/** The verdict in a sentence, and what to know or do first. */
export function verdict(
  report: HealthReport,
  checks: readonly Check[],
  digest: Digest,
  linkCommand: string | undefined,
  supply: string | undefined,
): readonly Block[] {
  const { takenAt, failOn, fault } = report;
  return [
    onPage(paragraph(inOneSentence(report, checks), 'lead')),
    inText(paragraph([digest.sentence, ' Facts of ', time(takenAt), '.'])),
    onPage(
      fields([
        ['Facts of', time(takenAt)],
        ['What counts', failOn === 'error' ? 'Errors, not warnings' : 'Errors and warnings'],
      ]),
    ),
    ...given(fault, ({ issues }) =>
      notice('errored', strong('The options of the check are not valid.'), [
        list(issues.map(issueInWords), 'problem', { look: 'plain' }),
      ]),
    ),
    ...missingLink(report, checks, linkCommand, supply),
    ...prerequisitesFirst(checks),
  ];
}

const dualWrite = 'dual-write, which keeps Dynamics 365 finance and operations apps and Dataverse in step,';

/** For a reader who has never heard of dual-write. */
function inOneSentence({ fault, failOn, health }: HealthReport, checks: readonly Check[]): string {
  if (fault !== undefined) return `It is not known whether ${dualWrite} is in order here, because nothing was checked.`;
  const counting = checks.filter(({ outcome }) => failOn === 'warning' || outcome.severity === 'error');
  const failing = counting.filter(isFailing).length;
  const open = checks.filter(isOpenCheck).length;
  const asked = checks.length - withStatus(checks, 'skipped').length;
  switch (health) {
    case 'unhealthy': {
      const rest = open > 0 ? `, and ${figure(open)} could not be completed` : '';
      return failing > 0
        ? `${capitalized(dualWrite)} needs to be fixed here: ${counted(failing, 'check')} found something that must be fixed${rest}.`
        : `${capitalized(dualWrite)} shows no new problem here, but what was accepted earlier must be reviewed.`;
    }
    case 'unknown':
      return counting.some(({ outcome }) => isConclusive(outcome))
        ? `It is not known yet whether ${dualWrite} is in order here: ${figure(open)} of ${counted(asked, 'check')} could not be completed.`
        : `It is not known whether ${dualWrite} is in order here, because no check could be completed.`;
    case 'healthy': {
      const but = reservations(checks);
      return `${capitalized(dualWrite)} is in order here: nothing was found that must be fixed${but === '' ? '' : `, though ${but}`}.`;
    }
  }
}

/** What a reader of good news should still know. */
function reservations(checks: readonly Check[]): string {
  const warnings = checks.filter(isFailing).length;
  const open = checks.filter(isOpenCheck).length;
  const accepted = checks.filter(hasAcceptance).length;
  const inPart = withStatus(checks, 'passed').filter(({ outcome }) => outcome.without !== undefined).length;
  return listed([
    ...when(warnings > 0, () => `${countedDo(warnings, 'check', 'warns', 'warn')} of a risk`),
    ...when(open > 0, () => `${counted(open, 'check')} could not be completed`),
    ...when(accepted > 0, () => `something is accepted in ${counted(accepted, 'check')}`),
    ...when(inPart > 0, () => `${counted(inPart, 'check')} passed without seeing everything`),
  ]);
}

/** The report without a link says so in its first lines, because it says so little else. */
function missingLink(
  report: HealthReport,
  checks: readonly Check[],
  command: string | undefined,
  supply = 'Supply it with `--legal-entities USMF,DEMF`, with `--with facts.json` (`dual-write-health init` writes a template), or with a capture of the page (`--gateway FILE`).',
): readonly Block[] {
  const waiting = checks.filter(({ outcome }) => missingOf(outcome).some(({ fact }) => fact === 'link')).length;
  const here = waiting > 0 ? ` – ${figure(waiting)} of them here` : '';
  const whatToDo = ` It says which environments are linked and for which companies, and the Dual-write page shows it. ${supply}`;
  return given(whyLinkIsMissing(report), (reason) => {
    const what = strong(`The link fact is not known (${reason}), and most rules need it${here}.`);
    return notice('inconclusive', [what, whatToDo], completion(command).map(onPage));
  });
}

/** The command, which text shows as its last lines. */
export function completion(command: string | undefined): readonly Block[] {
  if (command === undefined) return [];
  return [
    paragraph(
      'To complete the link, run this command with the companies that are linked. It proposes those that are enabled for dual-write in Dataverse; compare them with the Dual-write page:',
    ),
    { type: 'code', language: 'sh', lines: [command] },
  ];
}

function prerequisitesFirst(checks: readonly Check[]): readonly Block[] {
  const waiting = withStatus(checks, 'blocked').length;
  const text = ` ${countedDo(waiting, 'check', 'waits', 'wait')} until the prerequisites are fixed.`;
  return when(waiting > 0, () => notice('blocked', [strong('Begin with the prerequisites.'), text]));
}
