import { known, unknown } from '../../../src/facts/fact.js';
import { finopsConfigurationStale } from '../../../src/rules/stale-configuration/finops-configuration-stale.js';
import { make, projectName } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const link = known(make.link());
const unlinked = known(make.link({ linked: false }));

export default {
  rule: finopsConfigurationStale,
  passed: [
    {
      when: 'only a part of the maps was seen, and the one of a row is not among them',
      facts: {
        link: known(make.link()),
        projectConfigurations: known([make.projectConfiguration()]),
        entityMaps: known([], { coverage: 'partial' }),
      },
      checked: 1,
    },
    {
      when: 'only a part of the field configurations was seen, and one of those has no project',
      facts: {
        link: known(make.link()),
        projectConfigurations: known([make.projectConfiguration()]),
        entityMaps: known([make.entityMap()]),
        fieldConfigurations: known([{ projectName: 'DWM-gone' }], { coverage: 'partial' }),
      },
      checked: 1,
    },
    {
      when: 'every row points to the linked environment and belongs to a map',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration()]),
        entityMaps: known([make.entityMap()]),
      },
      checked: 1,
    },
    {
      when: 'the address differs from the linked one in form only',
      facts: {
        link,
        projectConfigurations: known([
          make.projectConfiguration({ externalUrl: 'https://CONTOSO.api.crm4.dynamics.com/api/data/v9.2/' }),
        ]),
      },
      checked: 1,
    },
    {
      when: 'the maps are not known and the address is right',
      facts: { link, projectConfigurations: known([make.projectConfiguration()]), entityMaps: unknown('failed') },
      checked: 1,
    },
    {
      when: 'field mappings belong to a project whose name differs in case',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration()]),
        fieldConfigurations: known([{ projectName: projectName.toUpperCase() }]),
      },
      checked: 1,
    },
    {
      when: 'the environments are not linked and nothing is left over',
      facts: { link: unlinked, projectConfigurations: known([]) },
      checked: 0,
    },
  ],
  failed: [
    {
      when: 'the environments are not linked and a row is left over',
      facts: { link: unlinked, projectConfigurations: known([make.projectConfiguration()]) },
      subjects: [`project-configuration ${projectName}`],
    },
    {
      when: 'the address is blank',
      facts: { link, projectConfigurations: known([make.projectConfiguration({ externalUrl: ' ' })]) },
      subjects: [`project-configuration ${projectName}`],
    },
    {
      when: 'the address leads to another environment',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration({ externalUrl: 'https://old.crm4.dynamics.com' })]),
      },
      subjects: [`project-configuration ${projectName}`],
    },
    {
      when: 'the address is no address',
      facts: { link, projectConfigurations: known([make.projectConfiguration({ externalUrl: 'not a url' })]) },
      subjects: [`project-configuration ${projectName}`],
    },
    {
      when: 'a row belongs to no map',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration({ projectName: 'P1', finopsEntity: 'Vendors V2' })]),
        entityMaps: known([make.entityMap()]),
      },
      subjects: ['project-configuration P1'],
    },
    {
      when: 'two rows of one project are stale for different reasons',
      facts: {
        link,
        projectConfigurations: known([
          make.projectConfiguration({ projectName: 'P1', externalUrl: '' }),
          make.projectConfiguration({ projectName: 'p1', externalUrl: 'https://old.crm4.dynamics.com' }),
        ]),
      },
      subjects: ['project-configuration P1'],
    },
    {
      when: 'field mappings have no project, also when nothing is linked',
      facts: { link: unlinked, projectConfigurations: known([]), fieldConfigurations: known([{ projectName: 'P2' }]) },
      subjects: ['field-configuration P2'],
    },
    {
      when: 'a stale row has no project name',
      facts: { link, projectConfigurations: known([make.projectConfiguration({ projectName: '', externalUrl: '' })]) },
      subjects: ['project-configuration accounts - Customers V3'],
    },
    {
      when: 'the linked address is not known, and one of two rows has none',
      facts: {
        link: known(make.link({ dataverseUrl: null })),
        projectConfigurations: known([
          make.projectConfiguration({ projectName: 'P1', externalUrl: '' }),
          make.projectConfiguration(),
        ]),
      },
      subjects: ['project-configuration P1'],
      missing: ['link.dataverseUrl'],
    },
  ],
  notApplicable: { never: 'left-over rows are looked for whether linked or not' },
  inconclusive: [
    {
      when: 'the linked address is not known',
      facts: {
        link: known(make.link({ dataverseUrl: null })),
        projectConfigurations: known([make.projectConfiguration()]),
      },
      missing: ['link.dataverseUrl'],
    },
    {
      when: 'only a part of the rows was seen',
      facts: { link: unlinked, projectConfigurations: known([], { coverage: 'partial' }) },
      missing: ['projectConfigurations'],
    },
    {
      when: 'the rows could not be read',
      facts: { link, projectConfigurations: unknown('not-permitted') },
      missing: ['projectConfigurations'],
    },
  ],
} satisfies RuleCases;
