import type { ExportPlan } from '../../solutions/plan-export.js';
import type { RestorePlan } from '../../solutions/plan-restore.js';
import type { PlanStep, PlanVerdict, SolutionPlan } from '../../solutions/solution-plan.js';
import {
  type Block,
  type Document,
  type Inline,
  type Item,
  items,
  list,
  type Mark,
  name,
  paragraph,
  type Section,
  time,
  type Way,
  when,
} from '../document.js';
import { differenceInWords, mapName, versionInWords } from '../map-difference-in-words.js';
import { stepsSection } from './steps-section.js';

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
export function solutionPlansDocument(plans: readonly ShownSolutionPlan[]): Document {
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
    blocks:
      second === undefined
        ? plans.flatMap(blocksOf)
        : plans.map((plan) => ({
            type: 'section',
            title: titles['kind' in plan ? plan.kind : 'export'],
            blocks: [
              paragraph(subjectOf(plan), 'lead'),
              { type: 'notice', mark: marks[plan.verdict], text: `${inWords[plan.verdict]}.` },
              ...blocksOf(plan),
            ],
          })),
  };
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
    return [
      'Export ',
      name(plan.solution),
      plan.managed ? ' as managed' : ' as unmanaged',
      ', version ',
      name(plan.version),
    ];
  }
  if (plan.kind === 'restore') {
    const { environment, takenAt } = plan.backup;
    return ['Restore the backup of ', name(environment), ' (', time(takenAt), ') in ', name(plan.environment)];
  }
  const { uniqueName, version, isManaged } = plan.solution;
  const kind = isManaged === null ? 'not known whether managed' : isManaged ? 'managed' : 'unmanaged';
  const solution = [name(uniqueName), ' ', version === null ? 'without a version' : name(version), ` (${kind})`];
  return plan.kind === 'import'
    ? ['Import ', solution, ' into ', name(plan.environment)]
    : ['Apply ', solution, ' in ', name(plan.environment)];
}

function blocksOf(plan: ShownSolutionPlan): readonly Block[] {
  return 'kind' in plan
    ? [
        ...chapter('In the way', 'obstacle', ('obstacles' in plan ? plan.obstacles : []).map(obstacleItem)),
        ...chapter('Not known', 'question', plan.unknowns.map(unknownItem)),
        ...chapter('Maps', 'map', [...plan.maps.map(mapItem), ...plan.circles.map(circleItem)]),
        ...when(plan.steps.length > 0, () => stepsSection('Steps', plan.steps.map(stepOf))),
      ]
    : [
        ...chapter(
          'In the way',
          'obstacle',
          plan.obstacles.map(({ because, whatToDo }) => todo('error', because, whatToDo)),
        ),
        ...chapter(
          'To think over',
          'warning',
          plan.warnings.map((text) => ({ text, mark: 'warning' as const })),
        ),
        ...chapter(
          'Maps',
          'map',
          plan.maps.map((map) => ({ text: mapName(map) })),
        ),
        ...when(plan.steps.length > 0, () => stepsSection('Steps', plan.steps)),
      ];
}

function chapter(title: string, noun: string, items: readonly Item[]): readonly Section[] {
  return when(items.length > 0, () => ({
    type: 'section',
    title,
    count: items.length,
    blocks: [list(items, noun, { most: mostLines })],
  }));
}

/** As many as somebody may look after: what happens to each is what a plan is for. */
const mostLines = 500;

interface About {
  readonly subject: string;
  readonly because: string;
  readonly whatToDo: string;
}

function obstacleItem({ subject, because, whatToDo }: About): Item {
  return todo('error', [name(subject), ': ', because], whatToDo);
}

function unknownItem({ subject, because, whatToDo }: About): Item {
  return todo('inconclusive', [name(subject), ': ', because], whatToDo);
}

function todo(mark: Mark, text: Inline, whatToDo: string): Item {
  return { text, mark, items: [{ text: whatToDo }] };
}

function mapItem(map: SolutionPlan['maps'][number] | RestorePlan['maps'][number]): Item {
  const { because, loss, differences } = map;
  const what = 'action' in map ? map.action : map.change;
  return {
    text: [mapName(map.name), ' ', versionInWords(map)],
    mark: loss.status === 'nothing' ? 'passed' : loss.status === 'lost' ? 'error' : 'inconclusive',
    about: [changes[what], because],
    items: [...lossItems(loss), ...differences.map((one) => ({ text: differenceInWords(one) }))],
  };
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

const changes: Readonly<
  Record<SolutionPlan['maps'][number]['change'] | RestorePlan['maps'][number]['action'], string>
> = {
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
  return { text: ['These need each other: ', items(circle.map(mapName), 'map')], mark: 'warning' };
}

function stepOf({ maps, ...step }: PlanStep): Way {
  const concerned: Inline = ['Maps concerned, in this order: ', items(maps.map(mapName), 'map')];
  return { ...step, steps: maps.length === 0 ? step.steps : [...step.steps, concerned] };
}
