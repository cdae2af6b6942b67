import { known, unknown } from '../../../src/facts/fact.js';
import { dataverseVersionTooOld } from '../../../src/rules/prerequisites/dataverse-version-too-old.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const dv = (version: string | null) => known(make.dataverseEnvironment({ version }));

export default {
  rule: dataverseVersionTooOld,
  passed: [
    {
      when: 'the version is exactly 9.1.0000.11732',
      facts: { dataverseEnvironment: dv('9.1.0000.11732') },
      checked: 1,
    },
    { when: 'the version is written without zeros', facts: { dataverseEnvironment: dv('9.1.0.11732') }, checked: 1 },
    { when: 'the version is newer and has two parts', facts: { dataverseEnvironment: dv('9.2') }, checked: 1 },
  ],
  failed: [
    {
      when: 'the version is one below',
      facts: { dataverseEnvironment: dv(' 9.1.0000.11731 ') },
      subjects: ['environment dataverse'],
      args: [{ version: '9.1.0.11731' }],
    },
    {
      when: 'the major version is older',
      facts: { dataverseEnvironment: dv('8.2.99999.99999') },
      subjects: ['environment dataverse'],
      args: [{ version: '8.2.99999.99999' }],
    },
  ],
  notApplicable: { never: 'Dataverse always has a version' },
  inconclusive: [
    {
      when: 'the version is not known',
      facts: { dataverseEnvironment: dv(null) },
      missing: ['dataverseEnvironment.version'],
    },
    {
      when: 'the version cannot be read',
      facts: { dataverseEnvironment: dv('nine') },
      missing: ['dataverseEnvironment.version'],
    },
    {
      when: 'the environment could not be read',
      facts: { dataverseEnvironment: unknown('not-connected') },
      missing: ['dataverseEnvironment'],
    },
  ],
} satisfies RuleCases;
