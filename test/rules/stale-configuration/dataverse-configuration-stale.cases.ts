import { known, unknown } from '../../../src/facts/fact.js';
import { dataverseConfigurationStale } from '../../../src/rules/stale-configuration/dataverse-configuration-stale.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const link = known(make.link());
const unlinked = known(make.link({ linked: false }));

export default {
  rule: dataverseConfigurationStale,
  passed: [
    {
      when: 'rows name the logical name of the table and the bare GUID of the project',
      facts: {
        link,
        runtimeConfigurations: known([
          make.runtimeConfiguration({ id: 'd1', dataverseTable: 'account', projectName: null }),
          make.runtimeConfiguration({
            id: 'd2',
            dataverseTable: 'x',
            projectName: '7f12cb89-1550-42e2-858e-4761fc1443ea',
          }),
          make.runtimeConfiguration({
            id: 'd3',
            dataverseTable: 'x',
            projectName: '{1AE35E60-4bc2-4905-88ea-69efd3b29260}',
          }),
        ]),
        entityMaps: known([make.entityMap()]),
      },
      checked: 3,
    },
    {
      when: 'maps name the bare GUID of the project and the logical name of the table',
      facts: {
        link,
        runtimeConfigurations: known([
          make.runtimeConfiguration({ id: 'd1', dataverseTable: 'x' }),
          make.runtimeConfiguration({ id: 'd2', projectName: 'P2' }),
        ]),
        entityMaps: known([
          make.entityMap({ projectName: '7f12cb89-1550-42e2-858e-4761fc1443ea', dataverseTable: 'account' }),
        ]),
      },
      checked: 2,
    },
    {
      when: 'a map without project name shares table and entity with the row, in different letter case',
      facts: {
        link: known(make.link()),
        runtimeConfigurations: known([
          make.runtimeConfiguration({ projectName: null, dataverseTable: 'ACCOUNTS ', finopsEntity: 'customers v3' }),
        ]),
        entityMaps: known([make.entityMap({ projectName: null })]),
      },
      checked: 1,
    },
    {
      when: 'every row belongs to a map by its project name',
      facts: {
        link,
        runtimeConfigurations: known([make.runtimeConfiguration({ dataverseTable: 'x', finopsEntity: 'y' })]),
        entityMaps: known([make.entityMap()]),
      },
      checked: 1,
    },
    {
      when: 'a row without project name belongs to a map by table and entity',
      facts: {
        link,
        runtimeConfigurations: known([make.runtimeConfiguration({ projectName: null, dataverseTable: ' ACCOUNTS ' })]),
        entityMaps: known([make.entityMap()]),
      },
      checked: 1,
    },
    {
      when: 'the project names differ, but table and entity agree',
      facts: {
        link,
        runtimeConfigurations: known([make.runtimeConfiguration({ projectName: 'DWM-other' })]),
        entityMaps: known([make.entityMap({ state: 'stopped' })]),
      },
      checked: 1,
    },
    {
      when: 'there are no rows',
      facts: { link, runtimeConfigurations: known([]) },
      checked: 0,
      without: ['entityMaps'],
    },
    {
      when: 'the environments are not linked and nothing is left over',
      facts: { link: unlinked, runtimeConfigurations: known([]) },
      checked: 0,
      without: ['entityMaps'],
    },
  ],
  failed: [
    {
      when: 'of two rows of one map one has a project and a table of another',
      facts: {
        link,
        runtimeConfigurations: known([
          make.runtimeConfiguration({
            id: 'd1',
            dataverseTable: 'account',
            projectName: '7f12cb89-1550-42e2-858e-4761fc1443ea',
          }),
          make.runtimeConfiguration({
            id: 'd2',
            dataverseTable: ' contact ',
            projectName: ' 99999999-1550-42e2-858e-4761fc1443ea ',
          }),
        ]),
        entityMaps: known([make.entityMap()]),
      },
      subjects: ['runtime-configuration d2'],
      args: [{ map: 'contact - Customers V3', projectName: '99999999-1550-42e2-858e-4761fc1443ea', linked: true }],
    },
    {
      when: 'two maps have tables that make one set name, and the row has a third name',
      facts: {
        link,
        runtimeConfigurations: known([make.runtimeConfiguration({ projectName: null, dataverseTable: 'address' })]),
        entityMaps: known([make.entityMap({ projectName: null, dataverseTable: 'addresse' })]),
      },
      subjects: ['runtime-configuration d0000000-0000-0000-0000-000000000001'],
      args: [{ map: 'address - Customers V3', projectName: null, linked: true }],
    },
    {
      when: 'one stale row is listed twice, with different projects',
      facts: {
        link,
        runtimeConfigurations: known([
          make.runtimeConfiguration({ id: 'd2', projectName: 'P2', dataverseTable: 'y' }),
          make.runtimeConfiguration({ id: '{D2}', projectName: 'P1', dataverseTable: 'x' }),
        ]),
        entityMaps: known([]),
      },
      subjects: ['runtime-configuration d2'],
      args: [{ map: 'x - Customers V3', projectName: 'P1', linked: true }],
    },
    {
      when: 'nothing is linked, and a map of the leftover row is still listed',
      facts: {
        link: known(make.link({ linked: false })),
        runtimeConfigurations: known([make.runtimeConfiguration()]),
        entityMaps: known([make.entityMap()]),
      },
      subjects: ['runtime-configuration d0000000-0000-0000-0000-000000000001'],
      args: [
        {
          map: 'accounts - Customers V3',
          projectName: 'DWM-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea',
          linked: false,
        },
      ],
    },
    {
      when: 'table and entity of a row are those of a map only when run together',
      facts: {
        link: known(make.link()),
        runtimeConfigurations: known([
          make.runtimeConfiguration({ projectName: null, dataverseTable: 'accounts customers', finopsEntity: 'v3' }),
        ]),
        entityMaps: known([make.entityMap()]),
      },
      subjects: ['runtime-configuration d0000000-0000-0000-0000-000000000001'],
      args: [{ map: 'accounts customers - v3', projectName: null, linked: true }],
    },
    {
      when: 'the environments are not linked and a row is left over',
      facts: {
        link: unlinked,
        runtimeConfigurations: known([make.runtimeConfiguration({ id: '{D1}' })]),
        entityMaps: unknown('failed'),
      },
      subjects: ['runtime-configuration d1'],
      args: [
        {
          map: 'accounts - Customers V3',
          projectName: 'DWM-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea',
          linked: false,
        },
      ],
    },
    {
      when: 'a row belongs to no map',
      facts: {
        link,
        runtimeConfigurations: known([
          make.runtimeConfiguration(),
          make.runtimeConfiguration({ id: 'd2', projectName: '', finopsEntity: 'Vendors V2' }),
        ]),
        entityMaps: known([make.entityMap()]),
      },
      subjects: ['runtime-configuration d2'],
      args: [{ map: 'accounts - Vendors V2', projectName: null, linked: true }],
    },
    {
      when: 'blank project names on both sides do not match',
      facts: {
        link,
        runtimeConfigurations: known([make.runtimeConfiguration({ id: 'd2', projectName: ' ', dataverseTable: 'x' })]),
        entityMaps: known([make.entityMap({ projectName: '' })]),
      },
      subjects: ['runtime-configuration d2'],
      args: [{ map: 'x - Customers V3', projectName: null, linked: true }],
    },
    {
      when: 'one stale row is listed twice',
      facts: {
        link,
        runtimeConfigurations: known([
          make.runtimeConfiguration({ id: 'd2' }),
          make.runtimeConfiguration({ id: 'D2' }),
        ]),
        entityMaps: known([]),
      },
      subjects: ['runtime-configuration d2'],
      args: [
        {
          map: 'accounts - Customers V3',
          projectName: 'DWM-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea',
          linked: true,
        },
      ],
    },
    {
      when: 'only some of the rows were seen and one of them is stale',
      facts: {
        link: unlinked,
        runtimeConfigurations: known([make.runtimeConfiguration({ id: 'd2' })], { coverage: 'partial' }),
      },
      subjects: ['runtime-configuration d2'],
      args: [
        {
          map: 'accounts - Customers V3',
          projectName: 'DWM-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea',
          linked: false,
        },
      ],
      missing: ['runtimeConfigurations'],
    },
  ],
  notApplicable: { never: 'leftover rows are checked whether linked or not' },
  inconclusive: [
    {
      when: 'there are rows, and the maps are not known',
      facts: { link, runtimeConfigurations: known([make.runtimeConfiguration()]) },
      missing: ['entityMaps'],
    },
    {
      when: 'there are rows, and only some of the maps were seen',
      facts: {
        link,
        runtimeConfigurations: known([make.runtimeConfiguration()]),
        entityMaps: known([], { coverage: 'partial' }),
      },
      missing: ['entityMaps'],
    },
    {
      when: 'only some of the rows were seen and none of them is stale',
      facts: { link: unlinked, runtimeConfigurations: known([], { coverage: 'partial' }) },
      missing: ['runtimeConfigurations'],
    },
    {
      when: 'the rows could not be read',
      facts: { link, runtimeConfigurations: unknown('not-found') },
      missing: ['runtimeConfigurations'],
    },
    { when: 'the link is not known', facts: { runtimeConfigurations: known([]) }, missing: ['link'] },
  ],
} satisfies RuleCases;
