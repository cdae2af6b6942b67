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
      when: 'rows and maps name the table and the project in different ways',
      facts: {
        link,
        projectConfigurations: known([
          make.projectConfiguration({ projectName: '7f12cb89-1550-42e2-858e-4761fc1443ea', dataverseTable: 'x' }),
          make.projectConfiguration({ projectName: '', dataverseTable: 'account' }),
        ]),
        entityMaps: known([make.entityMap()]),
      },
      checked: 2,
      without: ['fieldConfigurations'],
    },
    {
      when: 'field mappings name their project by its bare GUID, or their project does',
      facts: {
        link,
        projectConfigurations: known([
          make.projectConfiguration(),
          make.projectConfiguration({ projectName: '{A0000000-1550-42e2-858e-4761fc1443ea}' }),
        ]),
        fieldConfigurations: known([
          { projectName: '7f12cb89-1550-42e2-858e-4761fc1443ea' },
          { projectName: 'DWM-7f12cb89-1550-42e2-858e-4761fc1443ea-a0000000-1550-42e2-858e-4761fc1443ea' },
        ]),
      },
      checked: 2,
      without: ['entityMaps'],
    },
    {
      when: 'only some of the maps were seen, and the one of a row is not among them',
      facts: {
        link: known(make.link()),
        projectConfigurations: known([make.projectConfiguration()]),
        entityMaps: known([], { coverage: 'partial' }),
      },
      checked: 1,
      without: ['fieldConfigurations', 'entityMaps'],
    },
    {
      when: 'only some of the field configurations were seen, and one of those has no project',
      facts: {
        link: known(make.link()),
        projectConfigurations: known([make.projectConfiguration()]),
        entityMaps: known([make.entityMap()]),
        fieldConfigurations: known([{ projectName: 'DWM-gone' }], { coverage: 'partial' }),
      },
      checked: 1,
      without: ['fieldConfigurations'],
    },
    {
      when: 'every row points to the linked environment and belongs to a map',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration()]),
        entityMaps: known([make.entityMap()]),
      },
      checked: 1,
      without: ['fieldConfigurations'],
    },
    {
      when: 'the address differs from the linked one only in form',
      facts: {
        link,
        projectConfigurations: known([
          make.projectConfiguration({ externalUrl: 'https://CONTOSO.api.crm4.dynamics.com/api/data/v9.2/' }),
        ]),
      },
      checked: 1,
      without: ['fieldConfigurations', 'entityMaps'],
    },
    {
      when: 'the maps are not known and the address is correct',
      facts: { link, projectConfigurations: known([make.projectConfiguration()]), entityMaps: unknown('failed') },
      checked: 1,
      without: ['fieldConfigurations', 'entityMaps'],
    },
    {
      when: 'field mappings belong to a project whose name differs in letter case',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration()]),
        fieldConfigurations: known([{ projectName: projectName.toUpperCase() }]),
      },
      checked: 1,
      without: ['entityMaps'],
    },
    {
      when: 'the environments are not linked and nothing is left over',
      facts: { link: unlinked, projectConfigurations: known([]) },
      checked: 0,
      without: ['fieldConfigurations', 'entityMaps'],
    },
  ],
  failed: [
    {
      when: 'of two rows of one map one has the address of another environment',
      facts: {
        link,
        projectConfigurations: known([
          make.projectConfiguration(),
          make.projectConfiguration({ externalUrl: 'https://admin:secret@old.api.crm4.dynamics.com/?sig=secret' }),
        ]),
        entityMaps: known([make.entityMap()]),
      },
      subjects: [`project-configuration ${projectName}`],
      args: [
        {
          causes: ['foreign-url'],
          rows: 1,
          rowsOfProject: 2,
          maps: ['accounts - Customers V3'],
          configurations: [
            {
              projectName: 'DWM-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea',
              finopsEntity: 'Customers V3',
              dataverseTable: 'accounts',
              address: 'old.crm4.dynamics.com',
              causes: ['foreign-url'],
              rows: 1,
            },
          ],
          addresses: ['old.crm4.dynamics.com'],
          expected: 'contoso.crm4.dynamics.com',
        },
      ],
    },
    {
      when: 'five rows of one project are wrong in four ways, and a sixth is correct',
      facts: {
        link,
        projectConfigurations: known([
          make.projectConfiguration({ projectName: 'p1', externalUrl: 'https://c.crm4.dynamics.com' }),
          make.projectConfiguration({ projectName: 'p1', externalUrl: 'https://A.crm4.dynamics.com' }),
          make.projectConfiguration({ projectName: ' P1 ', externalUrl: 'a.crm4.dynamics.com' }),
          make.projectConfiguration({ projectName: 'P1', externalUrl: '' }),
          make.projectConfiguration({
            projectName: 'P1',
            dataverseTable: 'contacts',
            externalUrl: 'AccountKey=c2VjcmV0',
          }),
          make.projectConfiguration({ projectName: 'P1' }),
        ]),
      },
      subjects: ['project-configuration P1'],
      args: [
        {
          causes: ['blank-url', 'foreign-url', 'unreadable-url'],
          rows: 5,
          rowsOfProject: 6,
          maps: ['accounts - Customers V3', 'contacts - Customers V3'],
          configurations: [
            {
              projectName: 'P1',
              finopsEntity: 'Customers V3',
              dataverseTable: 'accounts',
              address: '',
              causes: ['blank-url'],
              rows: 1,
            },
            {
              projectName: 'P1',
              finopsEntity: 'Customers V3',
              dataverseTable: 'accounts',
              address: 'a.crm4.dynamics.com',
              causes: ['foreign-url'],
              rows: 2,
            },
            {
              projectName: 'P1',
              finopsEntity: 'Customers V3',
              dataverseTable: 'contacts',
              address: null,
              causes: ['unreadable-url'],
              rows: 1,
            },
            {
              projectName: 'p1',
              finopsEntity: 'Customers V3',
              dataverseTable: 'accounts',
              address: 'c.crm4.dynamics.com',
              causes: ['foreign-url'],
              rows: 1,
            },
          ],
          addresses: ['a.crm4.dynamics.com', 'c.crm4.dynamics.com'],
          expected: 'contoso.crm4.dynamics.com',
        },
      ],
    },
    {
      when: 'of two rows of one project one belongs to no map by its table',
      facts: {
        link,
        projectConfigurations: known([
          make.projectConfiguration({ projectName: 'P1', dataverseTable: 'contacts' }),
          make.projectConfiguration({ projectName: 'P1' }),
        ]),
        entityMaps: known([make.entityMap({ projectName: null })]),
      },
      subjects: ['project-configuration P1'],
      args: [
        {
          causes: ['no-map'],
          rows: 1,
          rowsOfProject: 2,
          maps: ['contacts - Customers V3'],
          configurations: [
            {
              projectName: 'P1',
              finopsEntity: 'Customers V3',
              dataverseTable: 'contacts',
              address: 'contoso.crm4.dynamics.com',
              causes: ['no-map'],
              rows: 1,
            },
          ],
          addresses: [],
          expected: null,
        },
      ],
    },
    {
      when: 'the linked address is not known and a row belongs to no map',
      facts: {
        link: known(make.link({ dataverseUrl: ' ' })),
        projectConfigurations: known([
          make.projectConfiguration({ projectName: 'P1', finopsEntity: 'Vendors V2' }),
          make.projectConfiguration(),
        ]),
        entityMaps: known([make.entityMap()]),
      },
      subjects: ['project-configuration P1'],
      args: [
        {
          causes: ['no-map'],
          rows: 1,
          rowsOfProject: 1,
          maps: ['accounts - Vendors V2'],
          configurations: [
            {
              projectName: 'P1',
              finopsEntity: 'Vendors V2',
              dataverseTable: 'accounts',
              address: 'contoso.crm4.dynamics.com',
              causes: ['no-map'],
              rows: 1,
            },
          ],
          addresses: [],
          expected: null,
        },
      ],
      missing: ['link.dataverseUrl'],
    },
    {
      when: 'an address is wrong and its row belongs to no map',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration({ externalUrl: 'https://old.crm4.dynamics.com' })]),
        entityMaps: known([]),
      },
      subjects: [`project-configuration ${projectName}`],
      args: [
        {
          causes: ['foreign-url', 'no-map'],
          rows: 1,
          rowsOfProject: 1,
          maps: ['accounts - Customers V3'],
          configurations: [
            {
              projectName: 'DWM-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea',
              finopsEntity: 'Customers V3',
              dataverseTable: 'accounts',
              address: 'old.crm4.dynamics.com',
              causes: ['foreign-url', 'no-map'],
              rows: 1,
            },
          ],
          addresses: ['old.crm4.dynamics.com'],
          expected: 'contoso.crm4.dynamics.com',
        },
      ],
    },
    {
      when: 'field mappings of two projects are left, three of one of them',
      facts: {
        link,
        projectConfigurations: known([]),
        fieldConfigurations: known([
          { projectName: ' P2' },
          { projectName: ' ' },
          { projectName: 'p2' },
          { projectName: 'P2 ' },
        ]),
      },
      subjects: ['field-configuration (no project name)', 'field-configuration P2'],
      args: [
        { causes: ['no-project'], rows: 1 },
        { causes: ['no-project'], rows: 3 },
      ],
    },
    {
      when: 'a project row and field mappings of another project are left over',
      facts: {
        link: unlinked,
        projectConfigurations: known([make.projectConfiguration({ projectName: 'P1' })]),
        fieldConfigurations: known([{ projectName: 'P1' }, { projectName: 'P2' }]),
      },
      subjects: ['project-configuration P1', 'field-configuration P2'],
      args: [
        {
          causes: ['not-linked'],
          rows: 1,
          rowsOfProject: 1,
          maps: ['accounts - Customers V3'],
          configurations: [
            {
              projectName: 'P1',
              finopsEntity: 'Customers V3',
              dataverseTable: 'accounts',
              address: 'contoso.crm4.dynamics.com',
              causes: ['not-linked'],
              rows: 1,
            },
          ],
          addresses: [],
          expected: null,
        },
        { causes: ['no-project'], rows: 1 },
      ],
    },
    {
      when: 'the environments are not linked and a row is left over',
      facts: { link: unlinked, projectConfigurations: known([make.projectConfiguration()]) },
      subjects: [`project-configuration ${projectName}`],
      args: [
        {
          causes: ['not-linked'],
          rows: 1,
          rowsOfProject: 1,
          maps: ['accounts - Customers V3'],
          configurations: [
            {
              projectName: 'DWM-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea',
              finopsEntity: 'Customers V3',
              dataverseTable: 'accounts',
              address: 'contoso.crm4.dynamics.com',
              causes: ['not-linked'],
              rows: 1,
            },
          ],
          addresses: [],
          expected: null,
        },
      ],
    },
    {
      when: 'the address is blank',
      facts: { link, projectConfigurations: known([make.projectConfiguration({ externalUrl: ' ' })]) },
      subjects: [`project-configuration ${projectName}`],
      args: [
        {
          causes: ['blank-url'],
          rows: 1,
          rowsOfProject: 1,
          maps: ['accounts - Customers V3'],
          configurations: [
            {
              projectName: 'DWM-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea',
              finopsEntity: 'Customers V3',
              dataverseTable: 'accounts',
              address: '',
              causes: ['blank-url'],
              rows: 1,
            },
          ],
          addresses: [],
          expected: 'contoso.crm4.dynamics.com',
        },
      ],
    },
    {
      when: 'the address leads to another environment',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration({ externalUrl: 'https://old.crm4.dynamics.com' })]),
      },
      subjects: [`project-configuration ${projectName}`],
      args: [
        {
          causes: ['foreign-url'],
          rows: 1,
          rowsOfProject: 1,
          maps: ['accounts - Customers V3'],
          configurations: [
            {
              projectName: 'DWM-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea',
              finopsEntity: 'Customers V3',
              dataverseTable: 'accounts',
              address: 'old.crm4.dynamics.com',
              causes: ['foreign-url'],
              rows: 1,
            },
          ],
          addresses: ['old.crm4.dynamics.com'],
          expected: 'contoso.crm4.dynamics.com',
        },
      ],
    },
    {
      when: 'the address is not an address',
      facts: { link, projectConfigurations: known([make.projectConfiguration({ externalUrl: 'not a url' })]) },
      subjects: [`project-configuration ${projectName}`],
      args: [
        {
          causes: ['unreadable-url'],
          rows: 1,
          rowsOfProject: 1,
          maps: ['accounts - Customers V3'],
          configurations: [
            {
              projectName: 'DWM-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea',
              finopsEntity: 'Customers V3',
              dataverseTable: 'accounts',
              address: null,
              causes: ['unreadable-url'],
              rows: 1,
            },
          ],
          addresses: [],
          expected: 'contoso.crm4.dynamics.com',
        },
      ],
    },
    {
      when: 'a row belongs to no map',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration({ projectName: 'P1', finopsEntity: 'Vendors V2' })]),
        entityMaps: known([make.entityMap()]),
      },
      subjects: ['project-configuration P1'],
      args: [
        {
          causes: ['no-map'],
          rows: 1,
          rowsOfProject: 1,
          maps: ['accounts - Vendors V2'],
          configurations: [
            {
              projectName: 'P1',
              finopsEntity: 'Vendors V2',
              dataverseTable: 'accounts',
              address: 'contoso.crm4.dynamics.com',
              causes: ['no-map'],
              rows: 1,
            },
          ],
          addresses: [],
          expected: null,
        },
      ],
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
      args: [
        {
          causes: ['blank-url', 'foreign-url'],
          rows: 2,
          rowsOfProject: 2,
          maps: ['accounts - Customers V3'],
          configurations: [
            {
              projectName: 'P1',
              finopsEntity: 'Customers V3',
              dataverseTable: 'accounts',
              address: '',
              causes: ['blank-url'],
              rows: 1,
            },
            {
              projectName: 'p1',
              finopsEntity: 'Customers V3',
              dataverseTable: 'accounts',
              address: 'old.crm4.dynamics.com',
              causes: ['foreign-url'],
              rows: 1,
            },
          ],
          addresses: ['old.crm4.dynamics.com'],
          expected: 'contoso.crm4.dynamics.com',
        },
      ],
    },
    {
      when: 'field mappings have no project, also when nothing is linked',
      facts: { link: unlinked, projectConfigurations: known([]), fieldConfigurations: known([{ projectName: 'P2' }]) },
      subjects: ['field-configuration P2'],
      args: [{ causes: ['no-project'], rows: 1 }],
    },
    {
      when: 'a stale row has no project name',
      facts: { link, projectConfigurations: known([make.projectConfiguration({ projectName: '', externalUrl: '' })]) },
      subjects: ['project-configuration accounts - Customers V3'],
      args: [
        {
          causes: ['blank-url'],
          rows: 1,
          rowsOfProject: 1,
          maps: ['accounts - Customers V3'],
          configurations: [
            {
              projectName: '',
              finopsEntity: 'Customers V3',
              dataverseTable: 'accounts',
              address: '',
              causes: ['blank-url'],
              rows: 1,
            },
          ],
          addresses: [],
          expected: 'contoso.crm4.dynamics.com',
        },
      ],
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
      args: [
        {
          causes: ['blank-url'],
          rows: 1,
          rowsOfProject: 1,
          maps: ['accounts - Customers V3'],
          configurations: [
            {
              projectName: 'P1',
              finopsEntity: 'Customers V3',
              dataverseTable: 'accounts',
              address: '',
              causes: ['blank-url'],
              rows: 1,
            },
          ],
          addresses: [],
          expected: null,
        },
      ],
      missing: ['link.dataverseUrl'],
    },
  ],
  notApplicable: { never: 'leftover rows are checked whether linked or not' },
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
      when: 'only some of the rows were seen',
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
