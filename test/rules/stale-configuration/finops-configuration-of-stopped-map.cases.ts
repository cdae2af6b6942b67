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
      when: 'the map of every row runs and no row is marked as deleted',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration()]),
        entityMaps: known([make.entityMap({ state: 'initializing' })]),
      },
      checked: 1,
    },
    {
      when: 'a row belongs to no map: that is another finding',
      facts: { link, projectConfigurations: known([make.projectConfiguration()]), entityMaps: known([]) },
      checked: 1,
    },
    { when: 'there are no rows', facts: { link, projectConfigurations: known([]), entityMaps: known([]) }, checked: 0 },
  ],
  failed: [
    {
      when: 'the map of a row is off',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration({ deleted: null })]),
        entityMaps: known([make.entityMap({ state: 'not-running' })]),
      },
      subjects: [`project-configuration ${projectName}`],
    },
    {
      when: 'a row is marked as deleted, though its map runs',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration({ deleted: true })]),
        entityMaps: known([make.entityMap()]),
      },
      subjects: [`project-configuration ${projectName}`],
    },
    {
      when: 'a row is marked as deleted and nobody knows whether its map runs',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration({ deleted: true })]),
        entityMaps: known([make.entityMap({ state: 'unknown' })]),
      },
      subjects: [`project-configuration ${projectName}`],
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
      missing: ['projectConfigurations'],
    },
  ],
  notApplicable: [{ when: 'the environments are not linked', facts: { link: unlinked } }],
  inconclusive: [
    {
      when: 'nobody knows whether the map runs',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration()]),
        entityMaps: known([make.entityMap({ state: 'unknown' })]),
      },
      missing: ['entityMaps.state'],
    },
    {
      when: 'nobody knows whether a row is marked as deleted',
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
      when: 'only a part of the rows was seen and all is well with those',
      facts: {
        link,
        projectConfigurations: known([make.projectConfiguration()], { coverage: 'partial' }),
        entityMaps: known([make.entityMap()]),
      },
      missing: ['projectConfigurations'],
    },
  ],
} satisfies RuleCases;
