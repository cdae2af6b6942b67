import { known, unknown } from '../../../src/facts/fact.js';
import { packageBelowAppMigration } from '../../../src/rules/prerequisites/package-below-app-migration.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const party = 'Dynamics365GABParty_Anchor';
const partyToo = 'Dynamics365GABPartyAnchor';
const supplyChain = 'msdyn_Dynamics365SupplyChainExtendedAnchor';

export default {
  rule: packageBelowAppMigration,
  passed: [
    {
      when: 'both packages have exactly the minimum version',
      facts: { solutions: known([make.solution(party, '3.5.1.135'), make.solution(supplyChain, '2.3.4.265')]) },
      checked: 2,
    },
    {
      when: 'only one of the packages is installed',
      facts: { solutions: known([make.solution(supplyChain.toUpperCase(), '2.4')]) },
      checked: 1,
    },
    {
      when: 'one name of the party anchor is old and the other is new',
      facts: { solutions: known([make.solution(party, '3.2.0.0'), make.solution(partyToo, '3.5.1.135')]) },
      checked: 1,
    },
    {
      when: 'one name of the party anchor cannot be read and the other is new',
      facts: { solutions: known([make.solution(partyToo, '?'), make.solution(party, '10.0.0.0')]) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'the party package is one version below',
      facts: { solutions: known([make.solution(party, '3.5.1.134'), make.solution(supplyChain, '2.3.4.265')]) },
      subjects: [`solution ${party}`],
      args: [{ version: '3.5.1.134', minimum: '3.5.1.135' }],
    },
    {
      when: 'the party package goes by its other name',
      facts: { solutions: known([make.solution(` ${partyToo} `, '3.5.1')]) },
      subjects: [`solution ${partyToo}`],
      args: [{ version: '3.5.1', minimum: '3.5.1.135' }],
    },
    {
      when: 'the supply chain package is one version below, and the party package newer than that',
      facts: { solutions: known([make.solution(supplyChain, '2.3.4.264'), make.solution(party, '3.6.0.0')]) },
      subjects: [`solution ${supplyChain}`],
      args: [{ version: '2.3.4.264', minimum: '2.3.4.265' }],
    },
    {
      when: 'both packages are old, and the party package goes by two names: the higher version is named',
      facts: {
        solutions: known([
          make.solution(supplyChain, '2.3.3.0'),
          make.solution(party, '3.4.0.0'),
          make.solution(partyToo, '3.5.0.0'),
        ]),
      },
      subjects: [`solution ${partyToo}`, `solution ${supplyChain}`],
      args: [
        { version: '3.5.0.0', minimum: '3.5.1.135' },
        { version: '2.3.3.0', minimum: '2.3.4.265' },
      ],
    },
    {
      when: 'both names of the party anchor have the same old version',
      facts: { solutions: known([make.solution(partyToo, '3.5.0.0'), make.solution(party, '3.5.0.0')]) },
      subjects: [`solution ${party}`],
      args: [{ version: '3.5.0.0', minimum: '3.5.1.135' }],
    },
    {
      when: 'only some of the solutions were seen, including an old package',
      facts: { solutions: known([make.solution(partyToo, '3.5.1.134')], { coverage: 'partial' }) },
      subjects: [`solution ${partyToo}`],
      args: [{ version: '3.5.1.134', minimum: '3.5.1.135' }],
      missing: ['solutions'],
    },
    {
      when: 'the version of one package cannot be read and the other package is old',
      facts: { solutions: known([make.solution(party, ''), make.solution(supplyChain, '1.0.0.0')]) },
      subjects: [`solution ${supplyChain}`],
      args: [{ version: '1.0.0.0', minimum: '2.3.4.265' }],
      missing: ['solutions.version'],
    },
  ],
  notApplicable: [
    { when: 'no solution is installed', facts: { solutions: known([]) } },
    {
      when: 'only the contents of the packages are installed, not their anchors',
      facts: {
        solutions: known([make.solution('Party', '1.0.0.0'), make.solution('Dynamics365SupplyChainExtended', '1.0')]),
      },
    },
  ],
  inconclusive: [
    {
      when: 'the version of the only package cannot be read',
      facts: { solutions: known([make.solution(party, 'new')]) },
      missing: ['solutions.version'],
    },
    {
      when: 'one name of the party anchor is old and the other cannot be read',
      facts: { solutions: known([make.solution(party, '3.2.0.0'), make.solution(partyToo, '')]) },
      missing: ['solutions.version'],
    },
    {
      when: 'only some of the solutions were seen, with new packages',
      facts: { solutions: known([make.solution(party, '3.5.1.135')], { coverage: 'partial' }) },
      missing: ['solutions'],
    },
    {
      when: 'only some of the solutions were seen, without these packages',
      facts: { solutions: known([], { coverage: 'partial' }) },
      missing: ['solutions'],
    },
    { when: 'the solutions could not be read', facts: { solutions: unknown('failed') }, missing: ['solutions'] },
  ],
} satisfies RuleCases;
