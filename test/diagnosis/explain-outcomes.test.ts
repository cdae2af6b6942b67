import type { JsonObject } from 'type-fest';
import { describe, expect, test } from 'vitest';
import { explain } from '../../src/diagnosis/explain.js';
import type { Outcome, ReportedFinding } from '../../src/engine/outcome.js';
import type { HealthReport } from '../../src/report/report.js';
import type { SubjectKind } from '../../src/rules/verdict.js';

function finding(
  kind: SubjectKind,
  id: string,
  more: Partial<ReportedFinding> & { name?: string; args?: JsonObject } = {},
) {
  const { name, args = {}, ...others } = more;
  return { subject: { kind, id, ...(name !== undefined && { name }) }, message: 'm', args, fingerprint: id, ...others };
}

const failed = (code: string, findings: readonly ReportedFinding[], more: object = {}) => ({
  code,
  status: 'failed',
  findings,
  ...more,
});
const other = (code: string, status: Outcome['status']) => ({ code, status });

/** What is explained by these outcomes. */
function explained(text: string, outcomes: readonly object[]) {
  // The codes, statuses and findings of a report are all that is looked at.
  return explain(text, { outcomes } as unknown as HealthReport);
}

const map = 'accounts - Customers V3';
const onMap = finding('runtime-configuration', 'r1', { name: map });
const ofCompany = finding('company', 'USMF', { name: 'Contoso Entertainment' });
const unowned = 'DWDVEV1007 default owning team is not present in company';

describe('the verdict', () => {
  test.each<readonly [what: string, text: string, outcomes: readonly object[], verdict: string]>([
    ['nothing was asked', unowned, [], 'not-checkable'],
    ['another rule', unowned, [failed('DWFOEV1003', [ofCompany])], 'not-checkable'],
    ['skipped', unowned, [other('DWDVEV1007', 'skipped')], 'not-checkable'],
    ['passed', unowned, [other('DWDVEV1007', 'passed')], 'ruled-out'],
    ['not applicable', unowned, [other('DWDVEV1007', 'not-applicable')], 'ruled-out'],
    ['inconclusive', unowned, [other('DWDVEV1007', 'inconclusive')], 'open'],
    ['blocked', unowned, [other('DWDVEV1007', 'blocked')], 'open'],
    ['passed and skipped', unowned, [other('DWDVEV1007', 'passed'), other('DWDVEV1007', 'skipped')], 'open'],
    ['failed for what is not named', unowned, [failed('DWDVEV1007', [ofCompany])], 'found'],
    ['failed for what is named', `${unowned} USMF`, [failed('DWDVEV1007', [ofCompany])], 'confirmed'],
    ['failed for others', `${unowned} DEMF`, [failed('DWDVEV1007', [ofCompany])], 'found-for-others'],
    [
      'failed for others, while the rest is not known',
      `${unowned} DEMF`,
      [failed('DWDVEV1007', [ofCompany], { incomplete: true, missing: [] })],
      'open',
    ],
    ['failed for the whole', unowned, [failed('DWDVEV1007', [finding('environment', 'e')])], 'confirmed'],
    [
      'a problem of the environment as a whole',
      'SecureConfig Organization (contoso) does not match actual CRM Organization (org6459f7a8_1).',
      [failed('DWFOEV1004', [onMap])],
      'confirmed',
    ],
  ])('%s', (_what, text, outcomes, verdict) => {
    expect(explained(text, outcomes).map((one) => one.verdict)).toEqual([verdict]);
  });

  test('the best known first', () => {
    const text = [
      `10:00:00 ${unowned}`,
      '10:00:01 Unable to build dual-write lookup metadata',
      '10:00:02 DWFOEV1003: USMF',
    ];
    const idsBy = (...outcomes: readonly object[]) =>
      explained(text.join('\n'), outcomes).map(({ diagnosis: { id }, verdict }) => [id, verdict]);
    expect(
      idsBy(other('DWDVEV1007', 'passed'), other('DWDVEV9303', 'inconclusive'), failed('DWFOEV1003', [ofCompany])),
    ).toEqual([
      ['DWFOEV1003', 'confirmed'],
      ['start-map-lookup-metadata', 'open'],
      ['DWDVEV1007', 'ruled-out'],
    ]);
    expect(idsBy(failed('DWDVEV1007', [ofCompany]), failed('DWFOEV1003', [finding('company', 'DEMF')]))).toEqual([
      ['DWDVEV1007', 'found'],
      ['DWFOEV1003', 'found-for-others'],
      ['start-map-lookup-metadata', 'not-checkable'],
    ]);
  });
});

describe('what is said beside it', () => {
  test('nothing where nothing is known', () => {
    expect(explained(unowned, [])[0]).toStrictEqual({
      diagnosis: expect.objectContaining({ id: 'DWDVEV1007' }),
      verdict: 'not-checkable',
      evidence: [],
    });
  });

  test('the rules that decided it', () => {
    const outcomes = [other('DWFOEV1003', 'passed'), failed('DWDVEV1007', [ofCompany])];
    expect(explained(unowned, outcomes)[0]).toStrictEqual({
      diagnosis: expect.objectContaining({ id: 'DWDVEV1007' }),
      verdict: 'found',
      evidence: [{ code: 'DWDVEV1007', status: 'failed' }],
      findings: ['USMF'],
      kind: 'companies',
    });
  });

  test('a company by its code, everything else by its name or else its id, each once', () => {
    const findings = [
      ofCompany,
      ofCompany,
      finding('company', 'USMF', { name: 'Other' }),
      finding('team', 't1', { name: 'Owners' }),
      finding('team', 't2'),
    ];
    expect(explained(unowned, [failed('DWDVEV1007', findings)])[0]?.findings).toEqual(['USMF', 'Owners', 't2']);
  });

  test('what confirms it, and nothing else', () => {
    const findings = [ofCompany, finding('company', 'DEMF')];
    expect(explained(`${unowned}: USMF, GBSI`, [failed('DWDVEV1007', findings)])[0]).toMatchObject({
      verdict: 'confirmed',
      findings: ['USMF'],
      kind: 'companies',
      named: [
        { name: 'USMF', verdict: 'confirmed', messages: 1 },
        { name: 'GBSI', verdict: 'found-for-others', messages: 1 },
      ],
    });
  });

  test('no kind where the environment as a whole is the cause', () => {
    const findings = [finding('environment', 'e'), ofCompany];
    const [one] = explained(unowned, [failed('DWDVEV1007', findings)]);
    expect(one).toMatchObject({ verdict: 'confirmed', findings: ['e'] });
    expect(one).not.toHaveProperty('kind');
    expect(one).not.toHaveProperty('named');
  });

  test('the kind of what is named, else the first', () => {
    const findings = [ofCompany, onMap];
    const kindOf = (text: string) => explained(text, [failed('DWDVEV1007', findings)])[0]?.kind;
    expect(kindOf(`${unowned} DEMF`)).toBe('companies');
    expect(kindOf(unowned)).toBe('maps');
    expect(kindOf(`10:00:00 ${unowned}\n10:00:01 ${unowned} DEMF`)).toBe('companies');
  });

  test('that it is accepted, if all of it is', () => {
    const accepted = { ...ofCompany, baselined: true } as const;
    const isAccepted = (...findings: readonly ReportedFinding[]) =>
      explained(`${unowned}: USMF, DEMF`, [failed('DWDVEV1007', findings)])[0]?.isAccepted;
    expect(isAccepted(accepted)).toBe(true);
    expect(isAccepted(accepted, finding('company', 'GBSI'))).toBe(true);
    expect(isAccepted(accepted, finding('company', 'DEMF'))).toBeUndefined();
    expect(explained(unowned, [failed('DWDVEV1007', [accepted])])[0]).not.toHaveProperty('isAccepted');
  });

  test('similar maps, where none is the same', () => {
    const text = 'Unable to generate payload for entity OddCustomerV3Entity';
    const findings = [onMap, finding('runtime-configuration', 'r2', { name: 'uoms - Units' })];
    expect(explained(text, [failed('DWFOEV1004', findings)])[0]).toMatchObject({
      verdict: 'found-for-similar',
      findings: [map],
      kind: 'maps',
    });
  });
});

describe('messages', () => {
  test('codes that are not documented are each a problem', () => {
    expect(explained('DWDVEV7777 DWDVEV8888', []).map(({ diagnosis }) => diagnosis.code)).toEqual([
      'DWDVEV7777',
      'DWDVEV8888',
    ]);
  });

  const report = [failed('DWDVEV1007', [ofCompany])];
  const namedIn = (text: string) =>
    explained(text, report).map(({ named = [] }) => named.map(({ name, messages }) => `${name} ${messages}`));

  test.each<readonly [what: string, text: string, named: readonly (readonly string[])[]]>([
    ['one', `${unowned} USMF`, [['USMF 1']]],
    ['a log with times', `10:00:00 ${unowned} USMF\n10:00:01 ${unowned} DEMF`, [['USMF 1', 'DEMF 1']]],
    ['the same twice', `10:00:00 ${unowned} USMF\n10:00:01 ${unowned} USMF`, [['USMF 2']]],
    [
      'a time beside a record without one',
      `10:00:00 ${unowned} USMF\n{"m":"DWFOEV1003: DEMF"}`,
      [['USMF 1', 'DEMF 1'], []],
    ],
    ['a log without times', `${unowned} USMF\n${unowned} USMF`, [['USMF 2']]],
    ['one time does not make a log', `10:00:00 ${unowned} USMF\n${unowned} USMF`, [['USMF 1']]],
    ['lines that repeat nothing', `${unowned} USMF\nDWFOEV1003: DEMF`, [['USMF 1', 'DEMF 1'], []]],
    [
      'what is only known together',
      `${unowned} USMF\n${unowned} USMF\nUnable to build\ndual-write lookup metadata`,
      [['USMF 1'], []],
    ],
  ])('%s', (_what, text, named) => expect(namedIn(text)).toEqual(named));
});
