import type { JsonObject } from 'type-fest';
import { describe, expect, test } from 'vitest';
import { indexFindings } from '../../src/diagnosis/finding-index.js';
import type { NamedThings } from '../../src/diagnosis/named-things.js';
import type { ReportedFinding } from '../../src/engine/outcome.js';
import type { SubjectKind } from '../../src/rules/verdict.js';

const nothing: NamedThings = { maps: [], lookups: [], projects: [], companies: [], teams: [], solutions: [], ids: [] };
const guid = (number: number) => `f0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const projectOf = (number: number) => `DWM-${guid(0)}-${guid(number)}`;

function finding(kind: SubjectKind, id: string, args: JsonObject = {}, name?: string): ReportedFinding {
  return {
    subject: { kind, id, ...(name !== undefined && { name }) },
    message: 'm',
    args,
    fingerprint: `1|X|${kind}|${id}`,
  };
}

/** How a message that names these things is related to findings: the ids of those that are the same and similar, and the rest. */
function related(findings: readonly ReportedFinding[], named: Partial<NamedThings>) {
  const { same, similar, hasUnnamed, hasOther } = indexFindings(findings).relate({ ...nothing, ...named });
  const idsOf = (some: typeof same) => some.map(({ finding }) => finding.subject.id);
  return { same: idsOf(same), similar: idsOf(similar), hasUnnamed, hasOther };
}

const isSame = { same: ['it'], similar: [], hasUnnamed: false, hasOther: false };
const isSimilar = { same: [], similar: ['it'], hasUnnamed: false, hasOther: false };
const isOther = { same: [], similar: [], hasUnnamed: false, hasOther: true };
const isUnnamed = { same: [], similar: [], hasUnnamed: true, hasOther: false };

const customers = { finopsEntity: 'Customers V3', dataverseTable: 'accounts' };
const runtime = (name: string, args: JsonObject = {}) => finding('runtime-configuration', 'it', args, name);
const onCustomers = runtime('accounts - Customers V3');

describe('a finding about a map', () => {
  test.each<readonly [what: string, named: Partial<NamedThings>, found: ReportedFinding, relation: object]>([
    ['the same sides', { maps: [customers] }, onCustomers, isSame],
    ['the entity as code names it', { maps: [{ finopsEntity: 'CustCustomerV3Entity' }] }, onCustomers, isSame],
    ['another table', { maps: [{ ...customers, dataverseTable: 'contacts' }] }, onCustomers, isOther],
    [
      'another entity, which is written in full',
      { maps: [{ ...customers, finopsEntity: 'Vendors V2' }] },
      onCustomers,
      isOther,
    ],
    [
      'another entity, but a table that is the same',
      { maps: [{ ...customers, finopsEntity: 'ZebraEntity' }] },
      onCustomers,
      isSimilar,
    ],
    [
      'another entity, which says nothing by its words',
      { maps: [{ ...customers, finopsEntity: 'XyEntity' }] },
      onCustomers,
      isOther,
    ],
    [
      'an entity with a word in common, and the same table',
      { maps: [{ ...customers, finopsEntity: 'OddCustomerV3Entity' }] },
      onCustomers,
      isSame,
    ],
    ['an entity with a word in common', { maps: [{ finopsEntity: 'OddCustomerV3Entity' }] }, onCustomers, isSimilar],
    [
      'an entity with a word in common, and another table',
      { maps: [{ finopsEntity: 'OddCustomerV3Entity', dataverseTable: 'contacts' }] },
      onCustomers,
      isOther,
    ],
    [
      'an entity with a word in common of another version',
      { maps: [{ finopsEntity: 'OddCustomerV2Entity' }] },
      onCustomers,
      isOther,
    ],
    ['the table', { maps: [{ dataverseTable: 'account' }] }, onCustomers, isSame],
    ['another table alone', { maps: [{ dataverseTable: 'contacts' }] }, onCustomers, isOther],
    ['a table, where a finding has none', { maps: [{ dataverseTable: 'accounts' }] }, runtime('Customers V3'), isOther],
    ['an entity, where a finding has none', { maps: [{ finopsEntity: 'Customers V3' }] }, runtime('accounts'), isOther],
    ['both, where a finding has an entity', { maps: [customers] }, runtime('Customers V3'), isSame],
    ['both, where a finding has a table', { maps: [customers] }, runtime('accounts'), isSame],
    ['a word that is the table', { maps: [{ eitherSide: 'accounts' }] }, onCustomers, isSame],
    ['a word that is the table of several', { maps: [{ eitherSide: 'account' }] }, onCustomers, isSame],
    ['a word that is the entity', { maps: [{ eitherSide: 'units' }] }, runtime('uoms - Units'), isSame],
    ['a word that is neither', { maps: [{ eitherSide: 'customers' }] }, onCustomers, isOther],
    ['one of two maps', { maps: [{ dataverseTable: 'contacts' }, customers] }, onCustomers, isSame],
    [
      'one of two maps by its entity',
      { maps: [{ dataverseTable: 'contacts' }, { finopsEntity: 'Customers V3' }] },
      onCustomers,
      isSame,
    ],
    [
      'one of two maps by its table',
      { maps: [{ dataverseTable: 'contacts' }, { dataverseTable: 'accounts' }] },
      onCustomers,
      isSame,
    ],
    [
      'one of two maps by a word',
      { maps: [{ dataverseTable: 'contacts' }, { eitherSide: 'accounts' }] },
      onCustomers,
      isSame,
    ],
    [
      'one of two maps by its table and a word in common',
      { maps: [{ dataverseTable: 'contacts' }, { ...customers, finopsEntity: 'OddCustomerV3Entity' }] },
      onCustomers,
      isSame,
    ],
    [
      'one of two maps that is similar',
      { maps: [{ dataverseTable: 'contacts' }, { finopsEntity: 'OddCustomerV3Entity' }] },
      onCustomers,
      isSimilar,
    ],
    [
      'one of two maps that is similar before one that is the same',
      { maps: [{ finopsEntity: 'OddCustomerV3Entity' }, customers] },
      onCustomers,
      isSame,
    ],
    ['nothing', {}, onCustomers, isUnnamed],
    ['a company', { companies: ['USMF'] }, onCustomers, isUnnamed],
    ['a project, which is that of a map', { projects: [projectOf(1)] }, onCustomers, isOther],
  ])('%s', (_what, named, found, relation) => expect(related([found], named)).toEqual(relation));

  test.each<readonly [kind: SubjectKind, relation: object]>([
    ['runtime-configuration', isSame],
    ['project-configuration', isSame],
    ['entity-map', isSame],
    ['team', { ...isUnnamed }],
  ])('is of the kind %s', (kind, relation) => {
    expect(related([finding(kind, 'it', {}, 'accounts - Customers V3')], { maps: [customers] })).toEqual(relation);
  });

  test('names it by its id, if it has no name', () => {
    const [one] = [finding('entity-map', 'accounts - Customers V3')];
    expect(related([one], { maps: [customers] })).toMatchObject({ same: ['accounts - Customers V3'] });
    expect(related([one], { maps: [{ dataverseTable: 'contacts' }] })).toEqual(isOther);
  });

  test('may be about several in its arguments; the environment as a whole stays that', () => {
    const found = finding('environment', 'it', { maps: ['uoms - Units', 7, 'accounts - Customers V3'] });
    expect(related([found], { maps: [customers] })).toEqual(isSame);
    const onMap = finding('entity-map', 'it', { maps: ['uoms - Units', 7, 'accounts - Customers V3'] }, 'x - Y');
    expect(related([onMap], { maps: [customers] })).toEqual(isSame);
    expect(
      related([finding('entity-map', 'it', { maps: 'accounts - Customers V3' }, 'x - Y')], { maps: [customers] }),
    ).toEqual(isSame);
  });
});

describe('a finding about a project', () => {
  const ofProject = (name: string, kind: SubjectKind = 'field-configuration') => finding(kind, name);
  test.each<readonly [what: string, named: string, found: string, isIt: boolean]>([
    ['the same', projectOf(1), projectOf(1), true],
    ['in other letter case', projectOf(1).toLowerCase(), projectOf(1), true],
    ['another of the same link', projectOf(2), projectOf(1), false],
    ['by a part of its name', guid(1), projectOf(1), true],
    ['by another', guid(2), projectOf(1), false],
    ['by the link of it', guid(0), projectOf(1), true],
    ['of which only a part is known', projectOf(1), `{${guid(1)}}`, true],
    ['of which only another part is known', projectOf(2), guid(1), false],
    ['by the same part', guid(1), guid(1), true],
    ['by another name', 'Project A', 'project a', true],
  ])('%s', (_what, named, found, isIt) => {
    const relation = related([ofProject(found)], { projects: [named] });
    expect(relation).toEqual(isIt ? { ...isSame, same: [found] } : isOther);
  });

  test('whose kind is that of a map is about both', () => {
    const found = finding('project-configuration', projectOf(1), {}, 'accounts - Customers V3');
    expect(related([found], { maps: [customers], projects: [projectOf(1)] }).same).toHaveLength(1);
    expect(related([found], { maps: [customers], projects: [projectOf(2)] })).toEqual(isOther);
    expect(related([found], { maps: [{ dataverseTable: 'contacts' }], projects: [projectOf(1)] })).toEqual(isOther);
    expect(related([found], { maps: [customers] }).same).toHaveLength(1);
  });

  test('names it in its arguments, too', () => {
    const found = runtime('accounts - Customers V3', { projectName: projectOf(1) });
    expect(related([found], { projects: [projectOf(1)] })).toEqual(isSame);
    expect(related([found], { projects: [projectOf(2)] })).toEqual(isOther);
    const several = runtime('accounts - Customers V3', { projectName: [projectOf(1), 5, projectOf(2)] });
    expect(related([several], { projects: [projectOf(2)] })).toEqual(isSame);
  });

  test('a message that names a map does not leave open which project', () => {
    expect(related([ofProject(projectOf(1))], { maps: [customers] })).toEqual(isOther);
    expect(related([ofProject(projectOf(1))], {})).toEqual(isUnnamed);
  });
});

describe('a finding about other things', () => {
  const team = 'A0000000-0000-4000-8000-000000000001';
  test.each<readonly [what: string, named: Partial<NamedThings>, found: ReportedFinding, relation: object]>([
    ['a company', { companies: ['usmf'] }, finding('company', 'it', {}, 'USMF'), isSame],
    ['a company by its id', { companies: ['IT '] }, finding('company', 'it', {}, 'USMF'), isSame],
    ['one of several companies', { companies: ['DEMF', 'USMF'] }, finding('company', 'it', {}, 'USMF'), isSame],
    ['another company', { companies: ['DEMF'] }, finding('company', 'it', {}, 'USMF'), isOther],
    ['no company', { teams: [team] }, finding('company', 'it', {}, 'USMF'), isUnnamed],
    [
      'companies in arguments',
      { companies: ['DEMF'] },
      finding('environment', 'it', { companies: ['USMF', 'DEMF'] }),
      isSame,
    ],
    ['a company in arguments', { companies: ['USMF'] }, finding('environment', 'it', { companies: 'USMF' }), isSame],
    [
      'others in arguments',
      { companies: ['GBSI'] },
      finding('environment', 'it', { companies: ['USMF', 'DEMF'] }),
      isOther,
    ],
    ['a team', { teams: [`{${team}}`] }, finding('team', 'it', {}, team.toLowerCase()), isSame],
    ['another team', { teams: [guid(1)] }, finding('team', 'it', {}, team), isOther],
    ['no team', { companies: ['USMF'] }, finding('team', 'it'), isUnnamed],
    ['a team that is missing', { teams: [team] }, finding('environment', 'it', { missingTeams: [team] }), isSame],
    ['another that is missing', { teams: [team] }, finding('environment', 'it', { missingTeams: [guid(1)] }), isOther],
    [
      'a solution',
      { solutions: ['CORE'] },
      finding('environment', 'it', { unmet: [null, { solution: 'core' }, {}, 'x'] }),
      isSame,
    ],
    [
      'another solution',
      { solutions: ['x'] },
      finding('environment', 'it', { unmet: [{ solution: 'core' }, { solution: 1 }] }),
      isOther,
    ],
    ['no solution', {}, finding('environment', 'it', { unmet: [{ solution: 'core' }] }), isUnnamed],
    ['one solution', { solutions: ['x'] }, finding('environment', 'it', { unmet: { solution: 'core' } }), isOther],
    ['what is not a solution', { solutions: ['core'] }, finding('environment', 'it', { unmet: 'core' }), isSame],
    ['the environment as a whole', { companies: ['USMF'] }, finding('environment', 'it'), isSame],
    ['the environment as a whole, whatever is named', {}, finding('solution', 'it', {}, 'Core'), isSame],
    [
      'a map that another one depends on',
      { lookups: [{ dataverseTable: 'uom' }] },
      runtime('accounts - Customers V3', { dependencies: [{ name: 'uoms - Units' }] }),
      isSame,
    ],
    [
      'another one',
      { lookups: [{ dataverseTable: 'size' }] },
      runtime('accounts - Customers V3', { dependencies: [{ name: 'uoms - Units' }] }),
      isUnnamed,
    ],
    [
      'the map that depends is not the other one',
      { lookups: [{ dataverseTable: 'accounts' }] },
      runtime('accounts - Customers V3', { dependencies: [{ name: 'uoms - Units' }] }),
      isUnnamed,
    ],
    [
      'a dependency is not what is written',
      { maps: [{ dataverseTable: 'uoms' }] },
      runtime('accounts - Customers V3', { dependencies: [{ name: 'uoms - Units' }] }),
      isOther,
    ],
    [
      'a dependency of something else',
      { maps: [{ dataverseTable: 'accounts' }] },
      finding('team', 'it', { dependencies: [{ name: 'uoms - Units' }] }),
      isUnnamed,
    ],
    ['an id', { ids: ['IT'] }, finding('team', 'it', {}, 'Owners'), isSame],
    ['a name as an id', { ids: ['{Owners}'] }, finding('team', 'it', {}, 'Owners'), isSame],
    ['another id', { ids: ['x'] }, finding('team', 'it', {}, 'Owners'), isUnnamed],
    [
      'the part of a project as an id',
      { ids: [guid(1)] },
      finding('field-configuration', projectOf(1)),
      { ...isSame, same: [projectOf(1)] },
    ],
    ['the link of a project as an id', { ids: [guid(0)] }, finding('field-configuration', projectOf(1)), isUnnamed],
    [
      'a company in arguments as an id',
      { ids: ['usmf'] },
      finding('environment', 'it', { companies: ['USMF'] }),
      isSame,
    ],
    ['a team in arguments as an id', { ids: [team] }, finding('environment', 'it', { missingTeams: [team] }), isSame],
    [
      'an id does not help where something else is named',
      { ids: ['it'], teams: [guid(1)] },
      finding('team', 'it', {}, 'Owners'),
      isOther,
    ],
    [
      'an id does not help where something else is only similar',
      { ids: ['it'], maps: [{ finopsEntity: 'OddCustomerV3Entity' }] },
      onCustomers,
      isSimilar,
    ],
    [
      'one thing is the same, the other is not',
      { companies: ['USMF'], teams: [team] },
      finding('team', team, { companies: ['DEMF'] }),
      isOther,
    ],
    [
      'one thing is similar, the other is not the same',
      { companies: ['USMF'], maps: [{ finopsEntity: 'OddCustomerV3Entity' }] },
      runtime('accounts - Customers V3', { companies: ['DEMF'] }),
      isOther,
    ],
    [
      'one thing is similar, the other is the same',
      { companies: ['USMF'], maps: [{ finopsEntity: 'OddCustomerV3Entity' }] },
      runtime('accounts - Customers V3', { companies: ['USMF'] }),
      isSimilar,
    ],
    [
      'a company is the same, the map is not',
      { companies: ['USMF'], maps: [{ dataverseTable: 'contacts' }] },
      runtime('accounts - Customers V3', { companies: ['USMF'] }),
      isOther,
    ],
    [
      'a company is the same, a word is neither side',
      { companies: ['USMF'], maps: [{ eitherSide: 'contacts' }] },
      runtime('accounts - Customers V3', { companies: ['USMF'] }),
      isOther,
    ],
    [
      'a company is the same, the entity is not',
      { companies: ['USMF'], maps: [{ finopsEntity: 'Vendors V2' }] },
      runtime('accounts - Customers V3', { companies: ['USMF'] }),
      isOther,
    ],
    [
      'a company is the same, the sides cannot be compared',
      { companies: ['USMF'], maps: [{ finopsEntity: 'Customers V3' }] },
      runtime('accounts', { companies: ['USMF'] }),
      isOther,
    ],
    [
      'a company is another, the map is not named',
      { companies: ['DEMF'] },
      runtime('accounts - Customers V3', { companies: ['USMF'] }),
      isOther,
    ],
    [
      'all things are the same',
      { companies: ['USMF'], maps: [customers] },
      runtime('accounts - Customers V3', { companies: ['USMF'] }),
      isSame,
    ],
    ['of what only the message names, nothing counts', { companies: ['USMF'], maps: [customers] }, onCustomers, isSame],
    [
      'of what only the finding names, nothing counts',
      { maps: [customers] },
      runtime('accounts - Customers V3', { companies: ['USMF'] }),
      isSame,
    ],
  ])('%s', (_what, named, found, relation) => expect(related([found], named)).toEqual(relation));
});

describe('several findings', () => {
  const some = [
    finding('team', 't1', {}, 'Owners'),
    finding('company', 'USMF'),
    finding('environment', 'all'),
    finding('entity-map', 'm1', {}, 'accounts - Customers V3'),
    finding('entity-map', 'm2', {}, 'uoms - Units'),
    finding('field-configuration', projectOf(1)),
    finding('environment', 's', { unmet: [{ solution: 'core' }] }),
  ];

  test('have their kinds in one order', () => {
    const kindsOf = (...indexes: number[]) => indexFindings(indexes.flatMap((index) => some[index] ?? [])).kinds;
    expect(kindsOf(6, 5, 4, 2, 1, 0)).toEqual(['maps', 'projects', 'companies', 'teams', 'solutions']);
    expect(kindsOf(0, 2, 4)).toEqual(['maps', 'teams']);
    expect(kindsOf(2)).toEqual([]);
    expect(kindsOf()).toEqual([]);
    expect(indexFindings([runtime('accounts', { companies: ['USMF'] })]).kinds).toEqual(['maps', 'companies']);
  });

  test.each<readonly [named: Partial<NamedThings>, same: readonly string[], hasUnnamed: boolean, hasOther: boolean]>([
    [{}, ['all'], true, false],
    [{ companies: ['USMF'] }, ['all', 'USMF'], true, false],
    [{ companies: ['DEMF'] }, ['all'], true, true],
    [{ maps: [customers], teams: ['t1'] }, ['all', 'm1', 't1'], true, true],
    [{ maps: [customers, { dataverseTable: 'uoms' }] }, ['all', 'm1', 'm2'], true, true],
    [
      {
        maps: [customers, { dataverseTable: 'uoms' }],
        teams: ['t1'],
        companies: ['USMF'],
        projects: [projectOf(1)],
        solutions: ['core'],
      },
      ['all', 'm1', 'm2', projectOf(1), 'USMF', 't1', 's'],
      false,
      false,
    ],
  ])('%j', (named, same, hasUnnamed, hasOther) => {
    const relation = related(some, named);
    expect([...relation.same].sort()).toEqual([...same].sort());
    expect(relation).toMatchObject({ similar: [], hasUnnamed, hasOther });
  });

  test('are known by their ids', () => {
    const { knows } = indexFindings(some);
    expect(['T1', ' usmf', 'OWNERS', guid(1), 'm2', 'accounts - customers v3'].map(knows)).toEqual(Array(6).fill(true));
    expect(['', 't2', 'core', guid(0), 'customers v3'].map(knows)).toEqual(Array(5).fill(false));
  });

  test('that only share a word are a hint, of which some are enough', () => {
    const many = Array.from({ length: 50 }, (_, index) =>
      finding('entity-map', `m${index}`, {}, `t${index}_s - Customer thing${index} V3`),
    );
    const { similar, same } = related(many, { maps: [{ finopsEntity: 'OddCustomerV3Entity' }] });
    expect(similar).toHaveLength(20);
    expect(same).toEqual([]);
    const { similar: lookups } = related(
      many.map(({ subject: { id, name = '' } }) => finding('team', id, { dependencies: [{ name }] })),
      { lookups: [{ finopsEntity: 'OddCustomerV3Entity' }] },
    );
    expect(lookups).toHaveLength(20);
    // Nothing is left out of what is the same.
    expect(
      related(
        many.map(({ subject: { id } }) => finding('entity-map', id, {}, 'accounts')),
        { maps: [customers] },
      ).same,
    ).toHaveLength(50);
  });

  test('of one name are all found', () => {
    const twice = [finding('company', 'a', {}, 'USMF'), finding('company', 'b', {}, 'usmf')];
    expect(related(twice, { companies: ['USMF'] })).toEqual({ ...isSame, same: ['a', 'b'] });
    expect(related(twice, { companies: ['a'] })).toEqual({
      same: ['a'],
      similar: [],
      hasUnnamed: false,
      hasOther: true,
    });
  });
});
