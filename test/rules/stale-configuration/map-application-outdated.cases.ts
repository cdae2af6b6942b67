import { known, unknown } from '../../../src/facts/fact.js';
import { mapApplicationOutdated } from '../../../src/rules/stale-configuration/map-application-outdated.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const maps = (requiresApplication: string | null) => known([make.entityMap({ requiresApplication })]);
const fo = (versions: Parameters<typeof make.finopsEnvironment>[0]) =>
  known(make.finopsEnvironment({ applicationRelease: null, ...versions }));

export default {
  rule: mapApplicationOutdated,
  passed: [
    {
      when: 'the build is new enough',
      facts: { entityMaps: maps('10.0.605.30025'), finopsEnvironment: fo({ applicationBuild: '10.0.605.30025' }) },
      checked: 1,
    },
    {
      when: 'the release is new enough, whatever the build',
      facts: {
        entityMaps: maps('10.0.41'),
        finopsEnvironment: fo({ applicationRelease: '10.0.41', applicationBuild: '10.0.100.1' }),
      },
      checked: 1,
    },
    {
      when: 'no running map requires a version',
      facts: { entityMaps: maps(null), finopsEnvironment: fo({}) },
      checked: 1,
    },
    {
      when: 'only a map that is off requires more',
      facts: {
        entityMaps: known([
          make.entityMap(),
          make.entityMap({ name: 'b', state: 'stopped', requiresApplication: '99.0.1' }),
        ]),
        finopsEnvironment: fo({}),
      },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'only some of the maps were seen, and one of them requires more',
      facts: {
        entityMaps: known([make.entityMap({ requiresApplication: ' 10.0.42 ' })], { coverage: 'partial' }),
        finopsEnvironment: fo({ applicationRelease: '10.0.41' }),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ required: '10.0.42', installed: '10.0.41' }],
      missing: ['entityMaps'],
    },
    {
      when: 'one map requires more, and it is not known whether another that does runs',
      facts: {
        entityMaps: known([
          make.entityMap({ requiresApplication: '10.0.42' }),
          make.entityMap({ name: 'b', state: 'unknown', requiresApplication: '10.0.42' }),
        ]),
        finopsEnvironment: fo({ applicationRelease: '10.0.41' }),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ required: '10.0.42', installed: '10.0.41' }],
      missing: ['entityMaps.state'],
    },
    {
      when: 'two rows of one map require one version in two texts',
      facts: {
        entityMaps: known([
          make.entityMap({ requiresApplication: '10.0.42.0' }),
          make.entityMap({ requiresApplication: '10.0.42' }),
        ]),
        finopsEnvironment: fo({ applicationRelease: '10.0.41' }),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ required: '10.0.42', installed: '10.0.41' }],
    },
    {
      when: 'two rows of one map require different versions',
      facts: {
        entityMaps: known([
          make.entityMap({ requiresApplication: '10.0.43' }),
          make.entityMap({ requiresApplication: '10.0.42' }),
        ]),
        finopsEnvironment: fo({ applicationRelease: '10.0.41' }),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ required: '10.0.43', installed: '10.0.41' }],
    },
    {
      when: 'the release is older',
      facts: { entityMaps: maps('10.0.42'), finopsEnvironment: fo({ applicationRelease: '10.0.41' }) },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ required: '10.0.42', installed: '10.0.41' }],
    },
    {
      when: 'the build is older, although the release is sufficient',
      facts: {
        entityMaps: maps('10.0.605.30025'),
        finopsEnvironment: fo({ applicationRelease: '10.0.99', applicationBuild: '10.0.605.30024' }),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ required: '10.0.605.30025', installed: '10.0.605.30024' }],
    },
    {
      when: 'one map requires more and another cannot be compared',
      facts: {
        entityMaps: known([
          make.entityMap({ requiresApplication: '10.0.42' }),
          make.entityMap({ name: 'b', requiresApplication: '10.0.605.1' }),
        ]),
        finopsEnvironment: fo({ applicationRelease: '10.0.41' }),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ required: '10.0.42', installed: '10.0.41' }],
      missing: ['finopsEnvironment.applicationBuild'],
    },
  ],
  notApplicable: [
    { when: 'there is no map', facts: { entityMaps: known([]), finopsEnvironment: unknown('failed') } },
    {
      when: 'no map is running, whatever is known of the application',
      facts: { entityMaps: known([make.entityMap({ state: 'not-running', requiresApplication: '99.0.1' })]) },
    },
  ],
  inconclusive: [
    {
      when: 'it is not known whether a map that cannot be compared runs',
      facts: {
        entityMaps: known([
          make.entityMap({ requiresApplication: '10.0.40' }),
          make.entityMap({ name: 'b', state: 'unknown', requiresApplication: '10.0.605.1' }),
        ]),
        finopsEnvironment: fo({ applicationRelease: '10.0.41' }),
      },
      missing: ['entityMaps.state'],
    },
    {
      when: 'only some of the maps were seen, and none of them runs',
      facts: {
        entityMaps: known([make.entityMap({ state: 'stopped' })], { coverage: 'partial' }),
        finopsEnvironment: fo({ applicationRelease: '10.0.41' }),
      },
      missing: ['entityMaps'],
    },
    {
      when: 'one map can be compared and another cannot',
      facts: {
        entityMaps: known([
          make.entityMap({ requiresApplication: '10.0.40' }),
          make.entityMap({ name: 'b', requiresApplication: '10.0.605.1' }),
        ]),
        finopsEnvironment: fo({ applicationRelease: '10.0.41' }),
      },
      missing: ['finopsEnvironment.applicationBuild'],
    },
    {
      when: 'one map can be compared and what another requires cannot be read',
      facts: {
        entityMaps: known([
          make.entityMap({ requiresApplication: '10.0.40' }),
          make.entityMap({ name: 'b', requiresApplication: 'new' }),
        ]),
        finopsEnvironment: fo({ applicationRelease: '10.0.41' }),
      },
      missing: ['entityMaps.requiresApplication'],
    },
    {
      when: 'it is not known whether a map that requires more runs',
      facts: {
        entityMaps: known([make.entityMap({ state: 'unknown', requiresApplication: '10.0.42' })]),
        finopsEnvironment: fo({ applicationRelease: '10.0.41' }),
      },
      missing: ['entityMaps.state'],
    },
    {
      when: 'the application could not be read',
      facts: { entityMaps: maps('10.0.40'), finopsEnvironment: unknown('not-permitted') },
      missing: ['finopsEnvironment'],
    },
    {
      when: 'only some of the maps were seen and those are fine',
      facts: {
        entityMaps: known([make.entityMap({ requiresApplication: '10.0.40' })], { coverage: 'partial' }),
        finopsEnvironment: fo({ applicationRelease: '10.0.41' }),
      },
      missing: ['entityMaps'],
    },
  ],
  skipped: [
    {
      when: 'what the only map that runs requires is neither a release nor a build',
      facts: { entityMaps: maps('10.0'), finopsEnvironment: fo({ applicationRelease: '10.0.41' }) },
    },
    {
      when: 'only a map that may run can be compared',
      facts: {
        entityMaps: known([
          make.entityMap({ requiresApplication: '10.0.605.1' }),
          make.entityMap({ name: 'b', state: 'unknown', requiresApplication: '10.0.42' }),
        ]),
        finopsEnvironment: fo({ applicationRelease: '10.0.41' }),
      },
    },
    {
      when: 'the only map that requires a version cannot be compared, beside one that requires none',
      facts: {
        entityMaps: known([
          make.entityMap({ requiresApplication: 'newest' }),
          make.entityMap({ name: 'b', requiresApplication: null }),
        ]),
        finopsEnvironment: fo({ applicationRelease: '10.0.41' }),
      },
    },
    { when: 'the application is not provided', facts: { entityMaps: maps('10.0.40') } },
    {
      when: 'no running map can be compared: builds are required and only the release is known',
      facts: { entityMaps: maps('10.0.605.30025'), finopsEnvironment: fo({ applicationRelease: '10.0.41' }) },
    },
    {
      when: 'the release contains a build',
      facts: { entityMaps: maps('10.0.40'), finopsEnvironment: fo({ applicationRelease: '10.0.605.30025' }) },
    },
  ],
} satisfies RuleCases;
