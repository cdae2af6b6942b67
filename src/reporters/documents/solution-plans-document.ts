import type { ExportPlan } from '../../solutions/plan-export.js';
import type { RestorePlan } from '../../solutions/plan-restore.js';
import type { PlanStep, PlanVerdict, SolutionPlan } from '../../solutions/solution-plan.js';
import { listSection, notice, paragraph, section, when } from '../blocks.js';
import type { Block, DocumentModel, Inline, Item, Mark, Section, Way } from '../document.js';
import { items, name, time } from '../inlines.js';
import { differenceInWords, mapName, uncomparedInWords, versionInWords } from '../map-difference-in-words.js';
import { stepsSection } from './ways.js';

/**
 * A plan of what can be done with a solution or a backup.
 * @public
 */
export type ShownSolutionPlan = SolutionPlan | RestorePlan | ExportPlan;

/**
 * Plans of solutions and backups: whether something is in the way or lost, what happens to each map, what is not known, and the steps in
 * their order. Nothing in them was done.
 *
 * @example
 * ```ts
 * process.stdout.write(toPretty(solutionPlansDocument([planImport(solution, target)])));
 * ```
 * @public
 */
export function solutionPlansDocument(plans: readonly ShownSolutionPlan[]): DocumentModel {
  const verdict = verdicts.find((one) => plans.some((plan) => plan.verdict === one)) ?? 'unknown';
  const [first, second] = plans;
  const subject = first === undefined ? 'No plan' : second === undefined ? subjectOf(first) : undefined;
  return {
    title: `${inWords[verdict]} – dual-write health`,
    header: 'Plan for dual-write table maps',
    noun: 'plan',
    heading: inWords[verdict],
    subject,
    mark: marks[verdict],
    summary: [paragraph('This is a plan: nothing was changed.', 'intro')],
    blocks: second === undefined ? plans.flatMap(blocksOf) : plans.map(planSection),
  };
}

function planSection(plan: ShownSolutionPlan): Section {
  const verdict = notice(marks[plan.verdict], `${inWords[plan.verdict]}.`);
  const title = titles['kind' in plan ? plan.kind : 'export'];
  return section(title, [paragraph(subjectOf(plan), 'lead'), verdict, ...blocksOf(plan)]);
}

/** The worst one first. */
const verdicts = ['obstructed', 'lossy', 'unknown', 'clear'] as const satisfies readonly PlanVerdict[];

const inWords: Readonly<Record<PlanVerdict, string>> = {
  clear: 'Nothing is in the way, and nothing is lost',
  obstructed: 'Something is in the way',
  lossy: 'Something is lost',
  unknown: 'Not known whether something is in the way or lost',
};

const marks = { clear: 'passed', obstructed: 'error', lossy: 'error', unknown: 'inconclusive' } as const;
const titles = { import: 'Import', apply: 'Apply', restore: 'Restore', export: 'Export' } as const;

/** `Import ContosoMaps 1.0.0.1 (managed) into production` */
function subjectOf(plan: ShownSolutionPlan): Inline {
  if (!('kind' in plan)) {
    const kind = plan.managed ? 'managed' : 'unmanaged';
    return ['Export ', name(plan.solution ?? 'a solution'), ` as ${kind}, version `, name(plan.version)];
  }
  if (plan.kind === 'restore') {
    const { environment, takenAt } = plan.backup;
    return ['Restore the backup of ', name(environment), ' (', time(takenAt), ') in ', name(plan.environment)];
  }
  const { uniqueName, version, isManaged } = plan.solution;
  const kind = isManaged === null ? 'not known whether managed' : isManaged ? 'managed' : 'unmanaged';
  const solution = [
    name(uniqueName ?? 'a solution'),
    ' ',
    version === null ? 'without a version' : name(version),
    ` (${kind})`,
  ];
  const [action, to] = plan.kind === 'import' ? ['Import', 'into'] : ['Apply', 'in'];
  return [`${action} `, solution, ` ${to} `, name(plan.environment)];
}

function blocksOf(plan: ShownSolutionPlan): readonly Block[] {
  const { steps } = plan;
  const chapter = (title: string, items: readonly (Inline | Item)[], noun: string) =>
    listSection(title, items, noun, { most: mostLines });
  if (!('kind' in plan)) {
    const warnings = plan.warnings.map((text): Item => ({ text, mark: 'warning' }));
    const obstacles = plan.obstacles.map(({ because, whatToDo }) => todo('error', because, whatToDo));
    return [
      ...chapter('Blocking issues', obstacles, 'obstacle'),
      ...chapter('Warnings', warnings, 'warning'),
      ...chapter('Maps', plan.maps.map(mapName), 'map'),
      ...when(steps.length > 0, () => stepsSection('Steps', plan.steps)),
    ];
  }
  const obstacles = 'obstacles' in plan ? plan.obstacles : [];
  return [
    ...chapter(
      'Blocking issues',
      obstacles.map((one) => aboutItem('error', one)),
      'obstacle',
    ),
    ...chapter(
      'Not known',
      plan.unknowns.map((one) => aboutItem('inconclusive', one)),
      'question',
    ),
    ...chapter('Maps', [...plan.maps.map(mapItem), ...plan.circles.map(circleItem)], 'map'),
    ...when(steps.length > 0, () => stepsSection('Steps', plan.steps.map(stepOf))),
  ];
}

/** As many as somebody may look after: what happens to each is what a plan is for. */
const mostLines = 500;

function aboutItem(mark: Mark, { subject, because, whatToDo }: SolutionPlan['unknowns'][number]): Item {
  return todo(mark, [name(subject), ': ', because], whatToDo);
}

function todo(mark: Mark, text: Inline, whatToDo: string): Item {
  return { text, mark, items: [{ text: whatToDo }] };
}

function mapItem(map: SolutionPlan['maps'][number] | RestorePlan['maps'][number]): Item {
  const { because, loss, differences, notCompared } = map;
  const change = 'action' in map ? map.action : map.change;
  const said = loss.status === 'unknown' ? `${because} ${loss.because}` : because;
  return {
    text: [mapName(map.name), ' ', versionInWords(map)],
    mark: markOf(change, loss),
    about: [changes[change], because],
    items: [
      ...lossItems(loss),
      ...differences.map((one) => ({ text: differenceInWords(one) })),
      ...notCompared
        .filter((one) => !said.includes(one.because))
        .map((one): Item => ({ text: uncomparedInWords(one), mark: 'inconclusive' })),
    ],
  };
}

/** The worse one of what happens and what is lost: what cannot be done loses nothing, and is not fine. */
function markOf(change: Change, loss: SolutionPlan['maps'][number]['loss']): Mark {
  if (impossible.has(change) || loss.status === 'lost') return 'error';
  return change === 'unknown' || loss.status === 'unknown' ? 'inconclusive' : 'passed';
}

function lossItems(loss: SolutionPlan['maps'][number]['loss']): readonly Item[] {
  switch (loss.status) {
    case 'nothing':
      return [];
    case 'lost':
      return [{ text: ['Lost: ', loss.what], mark: 'error' }];
    case 'unknown':
      return [{ text: ['Not known whether something is lost: ', loss.because], mark: 'inconclusive' }];
  }
}

type Change = SolutionPlan['maps'][number]['change'] | RestorePlan['maps'][number]['action'];

const impossible: ReadonlySet<Change> = new Set(['version-conflict', 'unreadable', 'conflict']);

const changes: Readonly<Record<Change, string>> = {
  added: 'added',
  replaced: 'replaced',
  same: 'the same',
  'overwrites-customization': 'overwrites a customization',
  'version-conflict': 'version conflict',
  'other-publisher': 'another publisher',
  unreadable: 'cannot be read',
  unknown: 'not known',
  create: 'created',
  'new-version': 'a new version',
  conflict: 'conflict',
};

function circleItem(circle: readonly string[]): Item {
  return { text: ['Circular dependency: ', items(circle.map(mapName), 'map')], mark: 'warning' };
}

function stepOf({ maps, ...step }: PlanStep): Way {
  const concerned: Inline = ['Maps concerned, in this order: ', items(maps.map(mapName), 'map')];
  return { ...step, steps: maps.length === 0 ? step.steps : [...step.steps, concerned] };
}
