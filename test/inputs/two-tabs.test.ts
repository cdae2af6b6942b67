import { describe, expect, test } from 'vitest';
import { factNames, type Snapshot } from '../../src/index.js';
import { factsOf } from '../../src/inputs/facts-of.js';
import { recognize } from '../../src/inputs/recognize.js';
import { resultsOf } from '../../src/inputs/results-of.js';
import { snapshotsOf } from '../../src/inputs/snapshots-of.js';
import { withoutEarlier } from '../../src/inputs/without-earlier.js';
import { dataverseTab, finopsTab, ofDataverse, ofFinops } from '../support/two-tabs.js';

/*
 * A tab of Dataverse and one of finance and operations each give a file. Together they are one environment.
 */

const now = new Date('2026-11-29T10:00:00Z');
const asFile = (snapshot: Snapshot) => recognize(JSON.stringify({ ...snapshot, lacks: [] }));
const namesOfKnown = (facts: Snapshot['facts']) => factNames.filter((name) => facts[name]?.status === 'known');

describe.each([
  ['Dataverse names the other one', 'contoso'],
  ['nothing ties the two together', undefined],
] as const)('files of two tabs: %s', (_how, named) => {
  const first = dataverseTab('contoso', named);

  test.each([
    ['Dataverse first, and older', [first, finopsTab('contoso')]],
    ['Dataverse last, and older', [finopsTab('contoso'), first]],
    ['Dataverse first, and newer', [dataverseTab('contoso', named, 9), finopsTab('contoso')]],
    ['Dataverse last, and newer', [finopsTab('contoso'), dataverseTab('contoso', named, 9)]],
  ])('are one environment with the facts of both: %s', async (_order, snapshots) => {
    const inputs = snapshots.map(asFile);
    expect(inputs.map(({ kind }) => kind)).toEqual(['snapshot', 'snapshot']);
    const gathered = await factsOf(inputs, { now });
    const [one, ...others] = await snapshotsOf(inputs, { now });
    expect(others).toEqual([]);
    if ('environments' in gathered || one === undefined) throw new Error('expected one environment');
    for (const { environment, takenAt, facts } of [gathered, one.snapshot]) {
      expect(environment.name).toBe('contoso.crm4.dynamics.com');
      expect(Date.parse(takenAt)).toBe(Math.min(...snapshots.map((each) => Date.parse(each.takenAt))));
      expect(namesOfKnown(facts)).toEqual(
        factNames.filter((name) => [...ofDataverse, ...ofFinops, 'finopsEnvironment'].includes(name)),
      );
      for (const name of ofDataverse) expect(facts[name]).toEqual(first.facts[name]);
      for (const name of ofFinops) expect(facts[name]).toEqual(finopsTab('contoso').facts[name]);
      expect(facts.finopsEnvironment).toEqual(
        named === undefined ? finopsTab('contoso').facts.finopsEnvironment : first.facts.finopsEnvironment,
      );
    }
  });

  test('an earlier file of the same tab is not a part', async () => {
    const [old, young] = [dataverseTab('contoso', named), dataverseTab('contoso', named, 9)];
    const inputs = [old, finopsTab('contoso'), young].map(asFile);
    const { inputs: left, comparisons } = withoutEarlier(inputs);
    expect(left).toEqual([inputs[1], inputs[2]]);
    expect(comparisons).toHaveLength(1);
    expect(await snapshotsOf(left, { now })).toHaveLength(1);
  });
});

describe('files of several environments', () => {
  const names = async (snapshots: readonly Snapshot[]) =>
    (await snapshotsOf(snapshots.map(asFile), { now })).map(({ snapshot }) => [
      snapshot.environment.name,
      namesOfKnown(snapshot.facts).length,
    ]);

  test('each comes together with its own other half', async () => {
    const halves = [
      finopsTab('fabrikam'),
      dataverseTab('contoso', 'contoso'),
      finopsTab('contoso'),
      dataverseTab('fabrikam', 'fabrikam'),
    ];
    expect(new Set((await names(halves)).map(String))).toEqual(
      new Set(['contoso.crm4.dynamics.com,13', 'fabrikam.crm4.dynamics.com,13']),
    );
  });

  test('are not mixed where Dataverse names another finance and operations, or where it cannot be said which belongs to which', async () => {
    expect(await names([dataverseTab('contoso', 'contoso'), finopsTab('fabrikam')])).toHaveLength(2);
    const untied = [dataverseTab('contoso', undefined), dataverseTab('fabrikam', undefined), finopsTab('contoso')];
    expect(await names(untied)).toHaveLength(3);
    const copies = [dataverseTab('contoso', 'contoso'), dataverseTab('fabrikam', 'contoso'), finopsTab('contoso')];
    expect(await names(copies)).toHaveLength(3);
  });

  test('the check shows one report for one environment, and a fleet for several', async () => {
    const kinds = async (snapshots: readonly Snapshot[]) =>
      (await resultsOf(snapshots.map(asFile), { now })).results.map(({ kind }) => kind);
    expect(await kinds([finopsTab('contoso'), dataverseTab('contoso', 'contoso')])).toEqual(['report']);
    expect(await kinds([finopsTab('contoso'), dataverseTab('fabrikam', 'fabrikam')])).toEqual(['fleet']);
  });

  test('a copy that has the address of its origin is one of them', async () => {
    const copy = { ...dataverseTab('contoso', 'contoso'), environment: { name: 'a copy' } };
    expect(await names([dataverseTab('contoso', 'contoso'), copy])).toHaveLength(2);
  });
});
