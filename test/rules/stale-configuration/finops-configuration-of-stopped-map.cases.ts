import { known, unknown } from '../../../src/facts/fact.js';
import { finopsConfigurationOfStoppedMap } from '../../../src/rules/stale-configuration/finops-configuration-of-stopped-map.js';
import { make, projectName } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const link = known(make.link());
const unlinked = known(make.link({ linked: false }));

export default {
  rule: finopsConfigurationOfStoppedMap,
  passed: [
    {
      when: 'a row matches one map that is off and another that runs',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration()]),
        entityMaps: known([
          make.entityMap({ state: 'stopped' }),
          make.entityMap({ name: 'copy', projectName: 'P2', dataverseTable: 'account', state: 'paused' }),
        ]),
      },
      checked: 1,
    },
    {
      when: 'the map of every row runs and no row is marked as deleted',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration()]),
        entityMaps: known([make.entityMap({ state: 'initializing' })]),
      },
      checked: 1,
    },
    {
      when: 'a row belongs to no map: another rule reports that',
      facts: { link, projectConfigurations: known([make.projectConfiguration()]), entityMaps: known([]) },
      checked: 1,
    },
    { when: 'there are no rows', facts: { link, projectConfigurations: known([]), entityMaps: known([]) }, checked: 0 },
  ],
  failed: [
    {
      when: 'of two rows of a project one is marked as deleted and the other is not',
      facts: {
        link,
        projectConfigurations: known([
          make.projectConfiguration(),
          make.projectConfiguration({
            projectName: projectName.toLowerCase(),
            dataverseTable: ' accounts ',
            finopsEntity: ' Customers V3 ',
            deleted: true,
          }),
        ]),
        entityMaps: known([make.entityMap()]),
      },
      subjects: [`project-configuration ${projectName.toLowerCase()}`],
      args: [
        {
          causes: ['deleted'],
          rows: 1,
          rowsOfProject: 2,
          maps: ['accounts - Customers V3'],
          configurations: [
            {
              projectName: 'dwm-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea',
              finopsEntity: 'Customers V3',
              dataverseTable: 'accounts',
              address: 'contoso.crm4.dynamics.com',
              causes: ['deleted'],
              rows: 1,
            },
          ],
        },
      ],
    },
    {
      when: 'of three rows of a project one is marked as deleted, and their map is off',
      facts: {
        link,
        projectConfigurations: known([
          make.projectConfiguration({ projectName: 'P1' }),
          make.projectConfiguration({ projectName: 'P1', dataverseTable: 'Accounts' }),
          make.projectConfiguration({ projectName: ' p1', dataverseTable: 'contact', deleted: true }),
        ]),
        entityMaps: known([make.entityMap({ projectName: 'P1', state: 'stopped' })]),
      },
      subjects: ['project-configuration P1'],
      args: [
        {
          causes: ['deleted', 'map-off'],
          rows: 3,
          rowsOfProject: 3,
          maps: ['Accounts - Customers V3', 'contact - Customers V3'],
          configurations: [
            {
              projectName: 'P1',
              finopsEntity: 'Customers V3',
              dataverseTable: 'Accounts',
              address: 'contoso.crm4.dynamics.com',
              causes: ['map-off'],
              rows: 2,
            },
            {
              projectName: 'p1',
              finopsEntity: 'Customers V3',
              dataverseTable: 'contact',
              address: 'contoso.crm4.dynamics.com',
              causes: ['deleted', 'map-off'],
              rows: 1,
            },
          ],
        },
      ],
    },
    {
      when: 'the rows name the bare GUID of the project of a map that is off',
      facts: {
        link,
        projectConfigurations: known([
          make.projectConfiguration({ projectName: '7f12cb89-1550-42e2-858e-4761fc1443ea', dataverseTable: 'x' }),
        ]),
        entityMaps: known([make.entityMap({ state: 'stopped' })]),
      },
      subjects: ['project-configuration 7f12cb89-1550-42e2-858e-4761fc1443ea'],
      args: [
        {
          causes: ['map-off'],
          rows: 1,
          rowsOfProject: 1,
          maps: ['x - Customers V3'],
          configurations: [
            {
              projectName: '7f12cb89-1550-42e2-858e-4761fc1443ea',
              finopsEntity: 'Customers V3',
              dataverseTable: 'x',
              address: 'contoso.crm4.dynamics.com',
              causes: ['map-off'],
              rows: 1,
            },
          ],
        },
      ],
    },
    {
      when: 'one row is marked as deleted and it is not known whether another is',
      facts: {
        link,
        projectConfigurations: known([
          make.projectConfiguration({ deleted: true }),
          make.projectConfiguration({ deleted: null }),
        ]),
        entityMaps: known([make.entityMap()]),
      },
      subjects: [`project-configuration ${projectName}`],
      args: [
        {
          causes: ['deleted'],
          rows: 1,
          rowsOfProject: 2,
          maps: ['accounts - Customers V3'],
          configurations: [
            {
              projectName: 'DWM-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea',
              finopsEntity: 'Customers V3',
              dataverseTable: 'accounts',
              address: 'contoso.crm4.dynamics.com',
              causes: ['deleted'],
              rows: 1,
            },
          ],
        },
      ],
      missing: ['projectConfigurations.deleted'],
    },
    {
      when: 'a row without a project name belongs to a map that is off',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration({ projectName: ' ', dataverseTable: 'account' })]),
        entityMaps: known([make.entityMap({ state: 'stopped' })]),
      },
      subjects: ['project-configuration account - Customers V3'],
      args: [
        {
          causes: ['map-off'],
          rows: 1,
          rowsOfProject: 1,
          maps: ['account - Customers V3'],
          configurations: [
            {
              projectName: '',
              finopsEntity: 'Customers V3',
              dataverseTable: 'account',
              address: 'contoso.crm4.dynamics.com',
              causes: ['map-off'],
              rows: 1,
            },
          ],
        },
      ],
    },
    {
      when: 'the map of a row is off',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration({ deleted: null })]),
        entityMaps: known([make.entityMap({ state: 'not-running' })]),
      },
      subjects: [`project-configuration ${projectName}`],
      args: [
        {
          causes: ['map-off'],
          rows: 1,
          rowsOfProject: 1,
          maps: ['accounts - Customers V3'],
          configurations: [
            {
              projectName: 'DWM-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea',
              finopsEntity: 'Customers V3',
              dataverseTable: 'accounts',
              address: 'contoso.crm4.dynamics.com',
              causes: ['map-off'],
              rows: 1,
            },
          ],
        },
      ],
    },
    {
      when: 'a row is marked as deleted, although its map runs',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration({ deleted: true })]),
        entityMaps: known([make.entityMap()]),
      },
      subjects: [`project-configuration ${projectName}`],
      args: [
        {
          causes: ['deleted'],
          rows: 1,
          rowsOfProject: 1,
          maps: ['accounts - Customers V3'],
          configurations: [
            {
              projectName: 'DWM-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea',
              finopsEntity: 'Customers V3',
              dataverseTable: 'accounts',
              address: 'contoso.crm4.dynamics.com',
              causes: ['deleted'],
              rows: 1,
            },
          ],
        },
      ],
    },
    {
      when: 'a row is marked as deleted and it is not known whether its map runs',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration({ deleted: true })]),
        entityMaps: known([make.entityMap({ state: 'unknown' })]),
      },
      subjects: [`project-configuration ${projectName}`],
      args: [
        {
          causes: ['deleted'],
          rows: 1,
          rowsOfProject: 1,
          maps: ['accounts - Customers V3'],
          configurations: [
            {
              projectName: 'DWM-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea',
              finopsEntity: 'Customers V3',
              dataverseTable: 'accounts',
              address: 'contoso.crm4.dynamics.com',
              causes: ['deleted'],
              rows: 1,
            },
          ],
        },
      ],
    },
    {
      when: 'both rows of a project are marked',
      facts: {
        link,
        projectConfigurations: known(
          [make.projectConfiguration({ deleted: true }), make.projectConfiguration({ deleted: true })],
          { coverage: 'partial' },
        ),
        entityMaps: known([]),
      },
      subjects: [`project-configuration ${projectName}`],
      args: [
        {
          causes: ['deleted'],
          rows: 2,
          rowsOfProject: 2,
          maps: ['accounts - Customers V3'],
          configurations: [
            {
              projectName: 'DWM-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea',
              finopsEntity: 'Customers V3',
              dataverseTable: 'accounts',
              address: 'contoso.crm4.dynamics.com',
              causes: ['deleted'],
              rows: 2,
            },
          ],
        },
      ],
      missing: ['projectConfigurations'],
    },
  ],
  notApplicable: [{ when: 'the environments are not linked', facts: { link: unlinked } }],
  inconclusive: [
    {
      when: 'it is not known whether the map runs',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration()]),
        entityMaps: known([make.entityMap({ state: 'unknown' })]),
      },
      missing: ['entityMaps.state'],
    },
    {
      when: 'it is not known whether a row is marked as deleted',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration({ deleted: null })]),
        entityMaps: known([make.entityMap()]),
      },
      missing: ['projectConfigurations.deleted'],
    },
    {
      when: 'the maps could not be read',
      facts: { link, projectConfigurations: known([]), entityMaps: unknown('failed') },
      missing: ['entityMaps'],
    },
    {
      when: 'only some of the rows were seen and those are fine',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration()], { coverage: 'partial' }),
        entityMaps: known([make.entityMap()]),
      },
      missing: ['projectConfigurations'],
    },
  ],
} satisfies RuleCases;
