import { known, unknown } from '../../../src/facts/fact.js';
import { mapSolutionOutdated } from '../../../src/rules/stale-configuration/map-solution-outdated.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const requires = [{ solution: 'Dynamics365Company', version: '2.0.133' }];
const maps = (differing: Parameters<typeof make.entityMap>[0]) => known([make.entityMap({ requires, ...differing })]);
const solutions = (version: string) => known([make.solution('DYNAMICS365company', version)]);

export default {
  rule: mapSolutionOutdated,
  passed: [
    {
      when: 'it is not known whether a map runs, and what it requires is there',
      facts: { entityMaps: maps({ state: 'unknown' }), solutions: solutions('2.0.133') },
      checked: 1,
    },
    {
      when: 'a solution is listed twice and its higher version suffices',
      facts: {
        entityMaps: known([make.entityMap({ requires: [{ solution: 'Party', version: '2.0.133' }] })]),
        solutions: known([make.solution('Party', '2.0.200'), make.solution('party', '2.0.2.10')]),
      },
      checked: 1,
    },
    {
      when: 'every required solution is new enough',
      facts: { entityMaps: maps({}), solutions: solutions('2.0.133') },
      checked: 1,
    },
    {
      when: 'the installed version is written with four parts',
      facts: { entityMaps: maps({}), solutions: solutions('2.0.133.0') },
      checked: 1,
    },
    {
      when: 'a solution is listed twice and the newer one suffices',
      facts: {
        entityMaps: maps({}),
        solutions: known([make.solution('dynamics365company', 'x'), make.solution('Dynamics365Company', '2.1')]),
      },
      checked: 1,
    },
    {
      when: 'the running map requires nothing',
      facts: { entityMaps: maps({ requires: null }), solutions: known([]) },
      checked: 1,
    },
    {
      when: 'only a map that is off requires more',
      facts: {
        entityMaps: known([make.entityMap(), make.entityMap({ name: 'b', state: 'stopped', requires })]),
        solutions: known([]),
      },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'one solution is older, a second one is missing, a third is correct, and the version of a fourth cannot be read',
      facts: {
        entityMaps: known([
          make.entityMap({
            requires: [
              { solution: 'Party', version: '2.0' },
              { solution: ' Dynamics365Company ', version: ' 2.0.133 ' },
              { solution: 'Right', version: '1.0' },
              { solution: 'Unreadable', version: '1.0' },
            ],
          }),
        ]),
        solutions: known([
          make.solution('DYNAMICS365company', '2.0.2.10'),
          make.solution('right', '1.0'),
          make.solution('Unreadable', 'new'),
        ]),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [
        {
          unmet: [
            { solution: 'Dynamics365Company', required: '2.0.133', installed: '2.0.2.10' },
            { solution: 'Party', required: '2.0', installed: null },
          ],
        },
      ],
    },
    {
      when: 'two rows of one map require different things, one of them twice',
      facts: {
        entityMaps: known([
          make.entityMap({
            requires: [
              { solution: 'b', version: '1.0' },
              { solution: 'c', version: '1.0' },
            ],
          }),
          make.entityMap({
            name: 'Accounts - Customers V3',
            requires: [
              { solution: 'B', version: '1.0' },
              { solution: 'a', version: '1.0' },
              { solution: 'b', version: '2.0' },
            ],
          }),
        ]),
        solutions: known([]),
      },
      subjects: ['entity-map Accounts - Customers V3'],
      args: [
        {
          unmet: [
            { solution: 'B', required: '1.0', installed: null },
            { solution: 'a', required: '1.0', installed: null },
            { solution: 'b', required: '2.0', installed: null },
            { solution: 'c', required: '1.0', installed: null },
          ],
        },
      ],
    },
    {
      when: 'a solution is listed twice and its higher version is too old',
      facts: {
        entityMaps: maps({}),
        solutions: known([
          make.solution('Dynamics365Company', '2.0.132.0'),
          make.solution('Dynamics365Company', '2.0.132'),
          make.solution('DYNAMICS365Company', '2.0.132.0'),
          make.solution('DYNAMICS365COMPANY', '2.0.131'),
        ]),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ unmet: [{ solution: 'Dynamics365Company', required: '2.0.133', installed: '2.0.132' }] }],
    },
    {
      when: 'what a running map requires is missing, and it is not known whether another that requires it runs',
      facts: {
        entityMaps: known([make.entityMap({ requires }), make.entityMap({ name: 'b', requires, state: 'unknown' })]),
        solutions: known([]),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ unmet: [{ solution: 'Dynamics365Company', required: '2.0.133', installed: null }] }],
      missing: ['entityMaps.state'],
    },
    {
      when: 'a solution is older, number by number',
      facts: { entityMaps: maps({}), solutions: solutions('2.0.2.10') },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ unmet: [{ solution: 'Dynamics365Company', required: '2.0.133', installed: '2.0.2.10' }] }],
    },
    {
      when: 'a solution is missing',
      facts: { entityMaps: maps({}), solutions: known([]) },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ unmet: [{ solution: 'Dynamics365Company', required: '2.0.133', installed: null }] }],
    },
    {
      when: 'only some of the maps were seen and one of them requires more',
      facts: { entityMaps: known([make.entityMap({ requires })], { coverage: 'partial' }), solutions: known([]) },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ unmet: [{ solution: 'Dynamics365Company', required: '2.0.133', installed: null }] }],
      missing: ['entityMaps'],
    },
  ],
  notApplicable: [
    {
      when: 'no map is running, whatever is known of the solutions',
      facts: { entityMaps: maps({ state: 'stopped' }) },
    },
    { when: 'there is no map', facts: { entityMaps: known([]), solutions: known([]) } },
  ],
  inconclusive: [
    {
      when: 'one row of the solution is too old and the version of the other cannot be read',
      facts: {
        entityMaps: known([make.entityMap({ requires: [{ solution: 'Party', version: '2.0.133' }] })]),
        solutions: known([make.solution('Party', '1.0'), make.solution('Party', 'n/a')]),
      },
      missing: ['solutions.version'],
    },
    {
      when: 'it is not known whether a map that requires more runs',
      facts: { entityMaps: maps({ state: 'unknown' }), solutions: known([]) },
      missing: ['entityMaps.state'],
    },
    {
      when: 'the installed version cannot be read',
      facts: { entityMaps: maps({}), solutions: solutions('new') },
      missing: ['solutions.version'],
    },
    {
      when: 'the required version cannot be read',
      facts: {
        entityMaps: maps({ requires: [{ solution: 'Dynamics365Company', version: '2' }] }),
        solutions: solutions('2.0.133'),
      },
      missing: ['entityMaps.requires'],
    },
    {
      when: 'only some of the solutions were seen',
      facts: { entityMaps: maps({}), solutions: known([], { coverage: 'partial' }) },
      missing: ['solutions'],
    },
    {
      when: 'only some of the maps were seen and none of them runs',
      facts: { entityMaps: known([], { coverage: 'partial' }), solutions: known([]) },
      missing: ['entityMaps'],
    },
    {
      when: 'the solutions could not be read',
      facts: { entityMaps: maps({}), solutions: unknown('failed') },
      missing: ['solutions'],
    },
  ],
} satisfies RuleCases;
