import picocolors from 'picocolors';
import type { RestorePlan } from '../solutions/plan-restore.js';
import type { PlanStep, PlanVerdict, SolutionPlan } from '../solutions/solution-plan.js';
import { markdownText, startOf, visible } from './escape.js';
import { count } from './in-words.js';
import { differenceInWords, mapInWords } from './map-difference-in-words.js';
import { performerInWords } from './performer-in-words.js';
import type { PrettyOptions } from './pretty.js';

/**
 * Plans of solutions and backups for a terminal: what becomes of each map, what is lost, what stands in the way, what is not known,
 * and the steps.
 * @public
 */
export function prettySolutionPlans(
  plans: readonly (SolutionPlan | RestorePlan)[],
  { color = false }: PrettyOptions = {},
): string {
  const colors = picocolors.createColors(color);
  const blocks = plans.map((plan) => {
    const paint = plan.verdict === 'clear' ? colors.green : plan.verdict === 'unknown' ? colors.yellow : colors.red;
    return [
      `${colors.bold(visible(titleOf(plan)))}\n${paint(verdicts[plan.verdict])}`,
      ...partsOf(plan).map(({ title, lines }) =>
        [colors.bold(title.toUpperCase()), ...lines.map((line) => `  ${visible(line)}`)].join('\n'),
      ),
      [colors.bold('STEPS'), ...plan.steps.flatMap(prettyStep).map((line) => `  ${visible(line)}`)].join('\n'),
    ].join('\n\n');
  });
  return `${blocks.join('\n\n\n')}\n`;
}

/**
 * Plans of solutions and backups for a ticket or a wiki.
 * @public
 */
export function markdownSolutionPlans(plans: readonly (SolutionPlan | RestorePlan)[]): string {
  const blocks = plans.map((plan) =>
    [
      `## ${markdownText(titleOf(plan))}`,
      `**${verdicts[plan.verdict]}**`,
      ...partsOf(plan).map(({ title, lines }) => `### ${title}\n\n${lines.map(asListItem).join('\n')}`),
      `### Steps\n\n${plan.steps.map(markdownStep).join('\n')}`,
    ].join('\n\n'),
  );
  return `${blocks.join('\n\n')}\n`;
}

const verdicts: Readonly<Record<PlanVerdict, string>> = {
  clear: 'Nothing stands in the way, and nothing is lost.',
  obstructed: 'Something stands in the way.',
  lossy: 'Something is lost.',
  unknown: 'Not all is known: whether something stands in the way or is lost cannot be told.',
};

function titleOf(plan: SolutionPlan | RestorePlan): string {
  const environment = startOf(plan.environment);
  if (plan.kind === 'restore') {
    return `Restore the backup of ${startOf(plan.backup.environment)} (${startOf(plan.backup.takenAt, 40)}) in ${environment}`;
  }
  const { uniqueName, version, isManaged } = plan.solution;
  const kind = isManaged === null ? 'managed or not is not known' : isManaged ? 'managed' : 'unmanaged';
  const solution = `${startOf(uniqueName)} ${startOf(version ?? 'without a version', 60)} (${kind})`;
  return plan.kind === 'import' ? `Import ${solution} into ${environment}` : `Apply ${solution} in ${environment}`;
}

interface Part {
  readonly title: string;
  /** Lines that begin with two blanks belong to the one before. */
  readonly lines: readonly string[];
}

const mostDifferences = 10;

function partsOf(plan: SolutionPlan | RestorePlan): readonly Part[] {
  const obstacles = plan.kind === 'restore' ? [] : plan.obstacles;
  const about = ({ subject, because, whatToDo }: { subject: string; because: string; whatToDo: string }) =>
    `${startOf(subject)}: ${startOf(because, 400)}. ${startOf(whatToDo, 400)}`;
  const circles = plan.circles.map((circle) => `${circle.slice(0, 10).map(mapInWords).join(', ')} need each other.`);
  return [
    { title: 'Stands in the way', lines: obstacles.map(about) },
    { title: 'Not known', lines: plan.unknowns.map(about) },
    { title: 'Maps', lines: [...plan.maps.flatMap(linesOfMap), ...circles] },
  ].filter(({ lines }) => lines.length > 0);
}

function linesOfMap(map: SolutionPlan['maps'][number] | RestorePlan['maps'][number]): readonly string[] {
  const { name, version, publisher, because, loss, differences } = map;
  const what = 'action' in map ? map.action : map.change;
  const shown = differences.slice(0, mostDifferences).map((one) => `  ${differenceInWords(one)}`);
  const more = differences.length - shown.length;
  return [
    `${mapInWords(name)} ${startOf(version ?? 'without a version', 60)} of ${startOf(publisher ?? 'nobody', 60)}: ${what.replaceAll('-', ' ')}, ${startOf(because, 400)}`,
    ...(loss.status === 'lost' ? [`  Lost: ${startOf(loss.what, 400)}`] : []),
    ...(loss.status === 'unknown' ? [`  Whether something is lost is not known: ${startOf(loss.because, 400)}`] : []),
    ...shown,
    ...(more > 0 ? [`  … and ${count(more, 'more difference')} (--format json lists them all)`] : []),
  ];
}

function asListItem(line: string): string {
  return line.startsWith('  ') ? `  - ${markdownText(line.slice(2))}` : `- ${markdownText(line)}`;
}

const mostNamed = 40;

function namesIn({ maps }: PlanStep): readonly string[] {
  if (maps.length === 0) return [];
  const shown = maps.slice(0, mostNamed).map(mapInWords).join(', ');
  return [`Maps: ${shown}${maps.length > mostNamed ? `, and ${maps.length - mostNamed} more` : ''}`];
}

function prettyStep(step: PlanStep, index: number): readonly string[] {
  return [
    `${index + 1}. ${startOf(step.title)} (${step.performedBy.map(performerInWords).join(' and ')})`,
    ...step.steps.map((line) => `   - ${startOf(line, 1000)}`),
    ...namesIn(step).map((line) => `   ${line}`),
    ...(step.destroys === null ? [] : [`   Lost by this: ${startOf(step.destroys, 2000)}`]),
  ];
}

function markdownStep(step: PlanStep, index: number): string {
  const performers = step.performedBy.map(performerInWords).join(' and ');
  return [
    `${index + 1}. **${markdownText(startOf(step.title))}** (${performers}; destroys: ${markdownText(startOf(step.destroys ?? 'nothing', 2000))})`,
    ...step.steps.map((line) => `   - ${markdownText(startOf(line, 1000))}`),
    ...namesIn(step).map((line) => `   - ${markdownText(line)}`),
  ].join('\n');
}
