import { expect } from 'vitest';
import {
  type EvaluateOptions,
  evaluateSnapshot,
  type Fact,
  type FactName,
  type Outcome,
  type Rule,
  type Snapshot,
  unknown,
} from '../../src/index.js';
import { finopsToDataverse, finopsToDataverseLegacy } from '../../src/rules/prerequisites/application-ids.js';
import { usersOf } from '../../src/rules/prerequisites/application-users.js';

/** What a property says that is not known, by fact, where the contract gives that no other meaning. */
const notKnown: { readonly [Name in FactName]?: readonly (readonly [names: readonly string[], value: unknown])[] } = {
  link: [
    [['dataverseUrl'], null],
    [['finopsUrl'], null],
    [['apiHub'], 'unknown'],
  ],
  dataverseEnvironment: [[['version'], null], ...each('tenantId', 'geography', 'dynamics365Apps')],
  finopsEnvironment: [
    // Where one is not known, the next counts.
    [['applicationRelease', 'applicationBuild', 'platformUpdate', 'platformBuild'], null],
    ...each('tenantId', 'geography', 'customerManaged'),
  ],
  finopsClients: each('userId', 'userEnabled'),
  apiHubConnections: [...each('targetUrl'), [['status'], 'unknown']],
  teams: each('roles'),
  projectConfigurations: each('deleted'),
  entityMaps: [[['state'], 'unknown']],
  integrationJobs: [...each('queuedRequests'), [['status'], 'unknown']],
  alertSettings: each('changedOn'),
  mapActivity: [...each('since', 'lastStartedOn', 'queuedBytes', 'catchUpErrors'), [['state'], 'unknown']],
  mapDefinitions: each('mapping'),
  tableMetadata: each('companySpecific', 'alternateKeys'),
};

function each(...names: readonly string[]): readonly (readonly [readonly string[], null])[] {
  return names.map((name) => [[name], null]);
}

/**
 * The connection that the link names decides alone, and without an address it is taken for one of that side. A user that is enabled is one
 * (9003), though rows that no environment has, of an enabled user with a blank id, say otherwise.
 */
const decidedByOtherMeans = ['DWDVEV1001', 'DWFOEV1001', 'DWDVEV9101', 'DWFOEV9101'];
const decidedByTheFlag = 'DWFOEV9003';

/** What the version decides besides: with it, the legacy application may be the writer although the current one has a user. */
const judgeTheWriter = ['DWDVEV9005', 'DWDVEV9006', 'DWDVEV9014'];

/**
 * The snapshot without users of the legacy application, if the current one is the writer because the version is not known: contract,
 * section 3.
 */
function withCurrentWriter({ facts, ...snapshot }: Snapshot): Snapshot | undefined {
  const { applicationUsers: users, finopsEnvironment: finops } = facts;
  if (users?.status !== 'known' || finops?.status !== 'known') return undefined;
  const { applicationRelease, applicationBuild, platformUpdate, platformBuild } = finops.value;
  const hasVersion = [applicationRelease, applicationBuild, platformUpdate, platformBuild].some((one) => one != null);
  if (hasVersion || usersOf(users.value, finopsToDataverse).length === 0) return undefined;
  const legacy = new Set(usersOf(users.value, finopsToDataverseLegacy));
  const value = users.value.filter((user) => !legacy.has(user));
  return { ...snapshot, facts: { ...facts, applicationUsers: { ...users, value } } };
}

export interface LessKnown {
  readonly fact: FactName;
  readonly snapshot: Snapshot;
  readonly what: string;
}

/** Every way to know less of one of these facts: nothing of it, a part of it, or not one of its properties in one row or in all. */
export function lessKnown(snapshot: Snapshot, names: readonly FactName[], seed: number): readonly LessKnown[] {
  return names.flatMap((name) => {
    const fact: Fact<unknown> | undefined = snapshot.facts[name];
    if (fact?.status !== 'known') return [];
    const ways: (readonly [what: string, fact: Fact<unknown>])[] = [
      ['failed', unknown('failed')],
      ['not provided', unknown('not-provided')],
      ['partial', { ...fact, coverage: 'partial' }],
    ];
    for (const [names, value] of notKnown[name] ?? []) {
      const without = (row: unknown) => ({
        ...(row as object),
        ...Object.fromEntries(names.map((one) => [one, value])),
      });
      if (!Array.isArray(fact.value)) ways.push([names.join(), { ...fact, value: without(fact.value) }]);
      else if (fact.value.length > 0) {
        const place = seed % fact.value.length;
        const rows = fact.value.map((row: unknown, index) => (index === place ? without(row) : row));
        ways.push([`${names} of one`, { ...fact, value: rows }]);
        ways.push([`${names} of all`, { ...fact, value: fact.value.map(without) }]);
      }
    }
    return ways.map(([what, other]) => ({
      fact: name,
      what: `${name}: ${what}`,
      // Safe: a value keeps its shape.
      snapshot: { ...snapshot, facts: { ...snapshot.facts, [name]: other } } as Snapshot,
    }));
  });
}

/** What tells the reader that the rule looked at less: that it passed without the fact, or was skipped for want of it. */
function saysSo(before: Outcome | undefined, after: Outcome, fact: FactName): boolean {
  if (after.status === 'skipped') return after.because === 'not-provided' && before?.status !== 'skipped';
  return 'without' in after && after.without?.includes(fact) === true;
}

/** Expects that a rule, of which less is known now, neither passes nor makes healthy what it did not before, unless it says so. */
export function expectNothingBetter(
  snapshot: Snapshot,
  less: LessKnown,
  options: EvaluateOptions & { readonly validator: Rule },
): void {
  const before = evaluateSnapshot(snapshot, options);
  const [earlier] = before.outcomes;
  const report = evaluateSnapshot(less.snapshot, options);
  const [after] = report.outcomes;
  if (after === undefined || saysSo(earlier, after, less.fact) || decidedByOtherMeans.includes(after.code)) return;
  if (after.code === decidedByTheFlag && less.what.startsWith('finopsClients: userId')) return;
  const current = judgeTheWriter.includes(after.code) ? withCurrentWriter(less.snapshot) : undefined;
  if (current !== undefined) {
    expect(after, less.what).toEqual(evaluateSnapshot(current, options).outcomes[0]);
    return;
  }
  const what = `${less.what}: ${after.code} was ${earlier?.status}`;
  // A proven warning is an answer: without any, nothing was healthy before.
  const isProvenWarning = after.status === 'failed' && after.severity === 'warning';
  if (before.health !== 'healthy' && !isProvenWarning) expect(report.health, what).not.toBe('healthy');
  if (earlier?.status === 'failed' || earlier?.status === 'inconclusive')
    expect(['failed', 'inconclusive'], what).toContain(after.status);
}
