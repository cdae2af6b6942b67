import { known, unknown } from '../../../src/facts/fact.js';
import { geographyMismatch } from '../../../src/rules/prerequisites/geography-mismatch.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const sides = (dataverse: string | null, finops: string | null) => ({
  dataverseEnvironment: known(make.dataverseEnvironment({ geography: dataverse })),
  finopsEnvironment: known(make.finopsEnvironment({ geography: finops })),
});

export default {
  rule: geographyMismatch,
  passed: [
    { when: 'both are in one geography', facts: sides('Europe', 'Europe'), checked: 1 },
    { when: 'the names differ in letter case and blanks', facts: sides('unitedstates', ' United States '), checked: 1 },
    { when: 'one side names the Azure region', facts: sides('westeurope', 'Europe'), checked: 1 },
    { when: 'the sides name two Azure regions of one geography', facts: sides('East US 2', 'westus3'), checked: 1 },
    { when: 'one side has the short code', facts: sides('NA', 'South Central US'), checked: 1 },
    { when: 'the name is not in any list and is the same', facts: sides('Atlantis', 'atlantis 2'), checked: 1 },
    { when: 'the names are written in another script', facts: sides('日本', ' 日本 '), checked: 1 },
  ],
  failed: [
    {
      when: 'the geographies differ',
      facts: sides('Europe ', ' United States'),
      subjects: ['environment dataverse'],
      args: [{ dataverse: 'Europe', finops: 'United States' }],
    },
    {
      when: 'the Azure regions belong to different geographies',
      facts: sides('eastasia', 'East US'),
      subjects: ['environment dataverse'],
      args: [{ dataverse: 'eastasia', finops: 'East US' }],
    },
    {
      when: 'one of the names is not in any list',
      facts: sides('Atlantis', 'NA'),
      subjects: ['environment dataverse'],
      args: [{ dataverse: 'Atlantis', finops: 'NA' }],
    },
    {
      when: 'the names differ in another script',
      facts: sides('日本', '中国'),
      subjects: ['environment dataverse'],
      args: [{ dataverse: '日本', finops: '中国' }],
    },
  ],
  notApplicable: { never: 'both environments always have a geography' },
  inconclusive: [
    {
      when: 'the Dataverse environment could not be read',
      facts: { ...sides('Europe', 'Europe'), dataverseEnvironment: unknown('failed') },
      missing: ['dataverseEnvironment'],
    },
    {
      when: 'the finance and operations environment could not be read',
      facts: { ...sides('Europe', 'Europe'), finopsEnvironment: unknown('timed-out') },
      missing: ['finopsEnvironment'],
    },
  ],
  skipped: [
    { when: 'the geography of finance and operations is not provided', facts: sides('Europe', null) },
    { when: 'the geography of Dataverse is not provided', facts: sides(null, 'Europe') },
    { when: 'the geography of Dataverse is blank', facts: sides(' ', 'Europe') },
    { when: 'a geography has no letters', facts: sides('42', '42') },
    {
      when: 'an environment is not provided',
      facts: { finopsEnvironment: known(make.finopsEnvironment({ geography: 'Europe' })) },
    },
  ],
} satisfies RuleCases;
