import { known, unknown } from '../../../src/facts/fact.js';
import { finopsPlatformOutdated } from '../../../src/rules/prerequisites/finops-platform-outdated.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const build = (platformBuild: string | null) => ({
  finopsEnvironment: known(make.finopsEnvironment({ platformBuild })),
});
const update63 = '7.0.7198.188';
const update64 = '7.0.7279.121';

export default {
  rule: finopsPlatformOutdated,
  passed: [
    { when: 'the build is exactly 7.0.7198.188', facts: build(update63), checked: 1 },
    { when: 'the build is a later one of platform update 63', facts: build(' 7.0.7198.9999 '), checked: 1 },
    { when: 'the build is exactly 7.0.7279.121', facts: build(update64), checked: 1 },
    { when: 'the build belongs to a later platform update', facts: build('7.0.7367.10'), checked: 1 },
  ],
  failed: [
    {
      when: 'the build is one below 7.0.7198.188',
      facts: build('7.0.7198.187'),
      subjects: ['environment finops'],
      args: [{ platformBuild: '7.0.7198.187', minimum: update63 }],
    },
    {
      when: 'the build belongs to an earlier platform update, whatever the number of the update says',
      facts: {
        finopsEnvironment: known(make.finopsEnvironment({ platformBuild: '7.0.7120.200', platformUpdate: 65 })),
      },
      subjects: ['environment finops'],
      args: [{ platformBuild: '7.0.7120.200', minimum: update63 }],
    },
    {
      when: 'the build is one below 7.0.7279.121',
      facts: build('7.0.7279.120'),
      subjects: ['environment finops'],
      args: [{ platformBuild: '7.0.7279.120', minimum: update64 }],
    },
    {
      when: 'the build is exactly 7.0.7199.0, the first after platform update 63',
      facts: build('7.0.7199.0'),
      subjects: ['environment finops'],
      args: [{ platformBuild: '7.0.7199.0', minimum: update64 }],
    },
    {
      when: 'the build has three parts, so the last one is 0',
      facts: build('7.0.7279'),
      subjects: ['environment finops'],
      args: [{ platformBuild: '7.0.7279', minimum: update64 }],
    },
  ],
  notApplicable: { never: 'finance and operations always has a platform build' },
  inconclusive: [
    {
      when: 'the environment could not be read',
      facts: { finopsEnvironment: unknown('timed-out') },
      missing: ['finopsEnvironment'],
    },
  ],
  skipped: [
    {
      when: 'the build is not provided, whatever the platform update is',
      facts: { finopsEnvironment: known(make.finopsEnvironment({ platformBuild: null, platformUpdate: 60 })) },
    },
    { when: 'the build cannot be read', facts: build('PU63') },
    { when: 'the environment is not provided', facts: {} },
  ],
} satisfies RuleCases;
