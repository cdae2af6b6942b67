import { factTable } from '../../src/facts/fact-table.js';
import type { SnapshotFacts } from '../../src/index.js';
import { factsOf, type Input, solutionOf } from '../../src/inputs/index.js';
import { counted } from '../../src/reporters/words.js';
import type { CardAbout } from './messages.js';

/** What was given, in the words of a card, and the facts in it. */
export interface DescribedCard {
  readonly about: CardAbout;
  readonly facts: SnapshotFacts;
}

/** Lists on a card have an end; the results have the rest. */
const mostNamed = 40;

/** Describes a card: what it is, what it gives and what it lacks. */
export async function describedCard(name: string, inputs: readonly Input[], now: Date): Promise<DescribedCard> {
  const [first] = inputs;
  if (first === undefined)
    return { about: { name, is: 'nothing that could be read', gives: [], lacks: [], mark: 'inconclusive' }, facts: {} };
  const gathered = holdsFacts(first) ? await factsOf(inputs, { now }) : undefined;
  const facts = gathered === undefined || 'environments' in gathered ? {} : gathered.facts;
  const named = labelsOf(facts);
  const several = gathered !== undefined && 'environments' in gathered ? gathered.environments.length : 0;
  const solution = first.kind === 'solution' || first.kind === 'solution-part' ? await solutionOf(inputs) : undefined;
  const lacks = [...new Set(inputs.flatMap((input) => input.lacks))];
  const about = {
    name,
    is: first.kind === 'unknown' ? `not understood: it looks like ${first.looksLike}` : inWords(first, inputs.length),
    gives: [
      ...(several > 0 ? [`answers of ${several} environments`] : []),
      ...(solution?.isOk() === true && solution.value !== undefined
        ? [`${solution.value.uniqueName} ${solution.value.version}, ${counted(solution.value.maps.length, 'map')}`]
        : []),
      ...rowsOf(inputs),
      ...shortened(named),
    ],
    lacks: shortened([
      ...(solution?.isErr() === true ? [solution.error.because] : []),
      ...lacks,
      ...(gathered !== undefined && 'lacks' in gathered && 'answers' in first
        ? gathered.lacks
            .filter(({ isGiven }) => isGiven)
            .map(({ fact, because }) => `${factTable[fact].label}: ${because}`)
        : []),
    ]),
    ...(first.kind === 'unknown' ? { expected: first.expected } : {}),
  };
  const isBroken = first.kind === 'unknown' || solution?.isErr() === true;
  return { about: { ...about, mark: isBroken ? 'error' : about.lacks.length > 0 ? 'warning' : 'passed' }, facts };
}

function holdsFacts({ kind }: Input): boolean {
  return /^(?:snapshot|facts|har|gateway-capture|service-answer|table-metadata|activity-log|alert-settings|map-rows|map-backup)$/.test(
    kind,
  );
}

function labelsOf(facts: SnapshotFacts): readonly string[] {
  return Object.entries(facts).flatMap(([name, fact]) => {
    const line = Object.entries(factTable).find(([one]) => one === name)?.[1];
    if (line === undefined || fact?.status !== 'known') return [];
    const rows = Array.isArray(fact.value) ? ` (${fact.value.length.toLocaleString('en-US')})` : '';
    return [`${line.label}${rows}${fact.coverage === 'partial' ? ', in part' : ''}`];
  });
}

function shortened(lines: readonly string[]): readonly string[] {
  const left = lines.length - mostNamed;
  return left > 0 ? [...lines.slice(0, mostNamed), `and ${left.toLocaleString('en-US')} more`] : lines;
}

function rowsOf(inputs: readonly Input[]): readonly string[] {
  const rows = inputs.reduce((sum, input) => {
    if (input.kind === 'sync-errors') return sum + input.records.length;
    return input.kind === 'activity-log' || input.kind === 'alert-events' ? sum + input.events.length : sum;
  }, 0);
  const [first] = inputs;
  if (first?.kind === 'sync-errors') return [counted(rows, 'sync error')];
  return first?.kind === 'activity-log' || first?.kind === 'alert-events' ? [counted(rows, 'event')] : [];
}

const words: Readonly<Record<Exclude<Input['kind'], 'unknown' | 'result'>, string>> = {
  'activity-log': 'an activity log',
  'alert-events': 'a log of errors',
  'alert-settings': 'alert settings',
  baseline: 'a baseline of accepted findings',
  comparison: 'a comparison',
  config: 'settings of the check',
  'error-text': 'an error text',
  facts: 'facts that a person wrote down',
  'gateway-capture': 'a capture of the Dual-write page',
  har: 'a HAR file: a recording of a browser',
  'map-backup': 'a backup of table maps',
  'map-rows': 'saved table maps',
  report: 'a report',
  'request-plan': 'a plan of requests',
  'service-answer': 'a saved answer of a service',
  snapshot: 'a snapshot',
  solution: 'a solution',
  'solution-part': 'a file of a solution',
  'sync-errors': 'sync errors',
  'table-metadata': 'metadata of tables',
};

function inWords(input: Exclude<Input, { readonly kind: 'unknown' }>, files: number): string {
  if (input.kind === 'result') return `a saved result (${input.of})`;
  if (input.kind === 'solution-part' && files > 1) return `an unpacked solution, ${counted(files, 'file')}`;
  return words[input.kind];
}
