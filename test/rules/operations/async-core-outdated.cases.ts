import { known, unknown } from '../../../src/facts/fact.js';
import { asyncCoreOutdated } from '../../../src/rules/operations/async-core-outdated.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const core = (...versions: readonly string[]) =>
  known(versions.map((version) => make.solution('msdyn_DualWriteCore', version)));
const old = core('1.0.24093.0');
const errors = known([make.syncError()]);
const jobs = known([make.integrationJob()]);
const none = known([]);

export default {
  rule: asyncCoreOutdated,
  passed: [
    {
      when: 'the core is exactly new enough',
      facts: { solutions: core('1.0.24093.1'), syncErrors: errors, integrationJobs: jobs },
      checked: 1,
    },
    {
      when: 'one of two core solutions is new enough, under another name',
      facts: {
        solutions: known([
          make.solution('msdyn_DualWriteCore', '1.0.24073.3'),
          make.solution(' DualWriteCoreAnchor ', '1.0.24093.1'),
        ]),
        syncErrors: errors,
        integrationJobs: none,
      },
      checked: 1,
    },
    {
      when: 'the core is old, there is no sync error, and the jobs are not known',
      facts: { solutions: old, syncErrors: none, integrationJobs: unknown('not-permitted') },
      checked: 0,
      without: ['integrationJobs'],
    },
    {
      when: 'the core is old, there is no job, and the sync errors are not known',
      facts: { solutions: old, syncErrors: unknown('not-permitted'), integrationJobs: none },
      checked: 0,
      without: ['syncErrors'],
    },
    {
      when: 'the core is old, and only some of the sync errors were seen, but none is in that part',
      facts: { solutions: old, syncErrors: known([], { coverage: 'partial' }), integrationJobs: none },
      checked: 0,
      without: ['syncErrors'],
    },
  ],
  failed: [
    {
      when: 'the core is one too old, and there are both a sync error and a job',
      facts: { solutions: old, syncErrors: errors, integrationJobs: jobs },
      subjects: ['solution msdyn_DualWriteCore'],
      args: [{ version: '1.0.24093.0', errors: 1, jobs: 1 }],
    },
    {
      when: 'two sync errors are there, one of them twice, and no job',
      facts: {
        solutions: core('1.0.24073.3'),
        syncErrors: known([make.syncError(), make.syncError({ id: 'E1' }), make.syncError({ id: 'e2' })]),
        integrationJobs: none,
      },
      subjects: ['solution msdyn_DualWriteCore'],
      args: [{ version: '1.0.24073.3', errors: 2, jobs: 0 }],
    },
    {
      when: 'two jobs are there, one of them inactive, and the sync errors are not known',
      facts: {
        solutions: core('1.0.16.0'),
        syncErrors: unknown('not-provided'),
        integrationJobs: known([
          make.integrationJob(),
          make.integrationJob({ name: ' CUSTOMERS ' }),
          make.integrationJob({ name: 'Vendors', status: 'inactive' }),
        ]),
      },
      subjects: ['solution msdyn_DualWriteCore'],
      args: [{ version: '1.0.16.0', errors: null, jobs: 2 }],
    },
    {
      when: 'a sync error is among those that were seen',
      facts: {
        solutions: old,
        syncErrors: known([make.syncError()], { coverage: 'partial' }),
        integrationJobs: unknown('not-provided'),
      },
      subjects: ['solution msdyn_DualWriteCore'],
      args: [{ version: '1.0.24093.0', errors: 1, jobs: null }],
    },
    {
      when: 'the highest of two versions is too old',
      facts: {
        solutions: known([
          make.solution('msdyn_DualWriteCore', '1.0.9.0'),
          make.solution('DualWriteCoreAnchor', '1.0.10.0'),
        ]),
        syncErrors: none,
        integrationJobs: jobs,
      },
      subjects: ['solution DualWriteCoreAnchor'],
      args: [{ version: '1.0.10.0', errors: 0, jobs: 1 }],
    },
  ],
  notApplicable: [
    {
      when: 'there is neither a sync error nor a job',
      facts: { solutions: old, syncErrors: none, integrationJobs: none },
    },
    {
      when: 'there is neither of them, and the solutions could not be read',
      facts: { solutions: unknown('not-permitted'), syncErrors: none, integrationJobs: none },
    },
    {
      when: 'the core is not installed',
      facts: { solutions: known([make.solution('msdyn_Other')]), syncErrors: errors, integrationJobs: jobs },
    },
  ],
  inconclusive: [
    {
      when: 'the version of the core cannot be read',
      facts: { solutions: core('latest'), syncErrors: errors, integrationJobs: jobs },
      missing: ['solutions.version'],
    },
    {
      when: 'the version of one of two core solutions cannot be read',
      facts: { solutions: core('1.0.24073.3', 'latest'), syncErrors: errors, integrationJobs: jobs },
      missing: ['solutions.version'],
    },
    {
      when: 'the solutions could not be read',
      facts: { solutions: unknown('not-permitted'), syncErrors: errors, integrationJobs: none },
      missing: ['solutions'],
    },
    {
      when: 'only some of the solutions were seen',
      facts: {
        solutions: known([make.solution('msdyn_DualWriteCore', '1.0.24073.3')], { coverage: 'partial' }),
        syncErrors: errors,
        integrationJobs: none,
      },
      missing: ['solutions'],
    },
  ],
} satisfies RuleCases;
