import { err, ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import {
  type Adapter,
  businessUnit,
  evaluateSnapshot,
  known,
  snapshotAdapter,
  snapshotOf,
  unknown,
} from '../../src/index.js';
import { adapterChecks, assertHealthy, assertNoFindings, assertPassed } from '../../src/testing/index.js';
import { make } from '../support/facts.js';

const takenAt = '2026-11-20T10:00:00Z';
const link = known(make.link());
const reportOf = (facts: Parameters<typeof snapshotOf>[1], only: string[]) =>
  evaluateSnapshot(snapshotOf('contoso', facts, { takenAt }), { only });

describe('assertions', () => {
  const good = reportOf({ link, companies: known([make.company()]) }, ['DWDVEV1007']);
  const bad = reportOf({ link, companies: known([make.company({ defaultOwningTeamId: null })]) }, ['DWDVEV1007']);
  const open = reportOf({ link }, ['DWDVEV1007']);

  test('pass over what was shown to be well', () => {
    assertHealthy(good);
    assertNoFindings(good, 'DWDVEV1007');
    assertNoFindings(bad, 'DWDVEV1007', 'DEMF');
    assertPassed(good, 'DWDVEV1007');
    assertHealthy(ok(good));
    assertNoFindings(reportOf({ link: known(make.link({ linked: false })) }, ['DWDVEV1007']), 'DWDVEV1007');
  });
  test.each([
    [
      'a finding',
      () => assertHealthy(bad),
      /expected contoso to be healthy, but it is unhealthy[\s\S]*USMF[\s\S]*Fix: /,
    ],
    ['a finding of the rule', () => assertNoFindings(bad, 'DWDVEV1007'), /company USMF has no default owning team/],
    ['a finding about that subject', () => assertNoFindings(bad, 'DWDVEV1007', 'usmf'), /about usmf, but it has 1/],
    [
      'a rule that has not passed',
      () => assertPassed(bad, 'DWDVEV1007'),
      /to have passed DWDVEV1007 .*, but it failed/,
    ],
    ['a check that could not run', () => assertHealthy(err({ type: 'aborted' })), /could not run: aborted/],
    [
      'what is not known',
      () => assertHealthy(open),
      /expected contoso to be healthy, but it is unknown[\s\S]*companies is not known/,
    ],
    ['an inconclusive rule', () => assertNoFindings(open, 'DWDVEV1007'), /inconclusive/],
    [
      'a rule that was not selected',
      () => assertNoFindings(good, 'DWDVEV1003'),
      /skipped, which proves nothing: not-selected/,
    ],
    [
      'a rule that is not there',
      () => assertNoFindings(good, 'NOPE1'),
      /there is no rule "NOPE1"; the nearest codes are /,
    ],
    [
      'a blocked rule',
      () => assertNoFindings(evaluateSnapshot(snapshotOf('x', { solutions: known([]) }, { takenAt })), 'DWDVEV1007'),
      /no conclusion, which proves nothing: blocked until DWDVEV9001, DWDVEV9003 are fixed/,
    ],
  ])('fail over %s', (_name, assertion, message) => {
    expect(assertion).toThrow(message);
  });
});

describe('conformance of adapters', () => {
  const environment = { name: 'contoso' };
  const failures = async (readers: Adapter['readers'], name = 'x') => {
    const checks = adapterChecks(() => ({ name, environment, readers }), { settleMs: 20, timeoutMs: 100 });
    const results = await Promise.all(
      checks.map(({ name: check, run }) =>
        run().then(
          () => [],
          (error: Error) => [`${check}: ${error.message}`],
        ),
      ),
    );
    return results.flat();
  };

  test('the adapter of a snapshot conforms', async () => {
    const { readers } = snapshotAdapter(snapshotOf('contoso', { link, teams: unknown('failed', 'x') }, { takenAt }));
    expect(await failures(readers)).toEqual([]);
  });
  test('one that cleans up after an abort conforms', async () => {
    const teams = ({ signal }: { signal: AbortSignal }) =>
      new Promise<ReturnType<typeof unknown>>((resolve) => {
        if (signal.aborted) resolve(unknown('aborted'));
        signal.addEventListener('abort', () => resolve(unknown('aborted')));
        setTimeout(() => resolve(unknown('throttled', 'busy')), 5);
      });
    expect(await failures({ teams })).toEqual([]);
  });
  test.each([
    ['throws', () => Promise.reject(new Error('x')), [/none throws: legalEntities: threw x/]],
    ['has the wrong shape', () => known([{}]), [/shape of its fact: legalEntities: value\[0\]\.code/]],
    [
      'answers differently each time',
      () => unknown('throttled', String(Math.random())),
      [/same answers: legalEntities: two reads differ/],
    ],
    [
      'answers with a date',
      () => known([{ code: 'USMF', name: new Date(0) }]),
      [/shape of its fact/, /survives JSON: legalEntities/],
    ],
    ['gives no reason', () => unknown('failed'), [/says why: legalEntities: "failed" without/]],
    ['shows a token', () => unknown('failed', 'sent Bearer abcdefghijk'), [/holds a token/]],
    ['passes a key on', () => known([{ code: 'AccountKey=abcdef123456' }]), [/holds a token/]],
    [
      'ignores its signal',
      () => new Promise<never>(() => {}),
      [/none throws: legalEntities: threw no answer within 100 ms/, /still running 20 ms/],
    ],
  ])('one that %s does not', async (_name, reader, complaints) => {
    const found = await failures({ legalEntities: reader as never });
    expect(found).toHaveLength(complaints.length);
    for (const [index, complaint] of complaints.entries()) expect(found[index]).toMatch(complaint);
  });
  test('one without a name, or with readers for nothing, does not', async () => {
    expect(await failures({}, ' ')).toEqual([expect.stringContaining('no name\nthe adapter has no reader')]);
    expect(await failures({ nonsense: () => known([]) } as never)).toEqual([expect.stringContaining('nonsense')]);
  });
});

test('a validator can be asserted on alone', () => {
  const facts = {
    link,
    companies: known([make.company()]),
    businessUnits: known([make.businessUnit()]),
    teams: known([make.team()]),
  };
  assertHealthy(evaluateSnapshot(snapshotOf('contoso', facts, { takenAt }), { validator: businessUnit }));
});
