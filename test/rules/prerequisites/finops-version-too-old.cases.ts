import { known, unknown } from '../../../src/facts/fact.js';
import { finopsVersionTooOld } from '../../../src/rules/prerequisites/finops-version-too-old.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const fo = (versions: Parameters<typeof make.finopsEnvironment>[0]) =>
  known(make.finopsEnvironment({ applicationRelease: null, ...versions }));

export default {
  rule: finopsVersionTooOld,
  passed: [
    {
      when: 'the release is exactly 10.0.9',
      facts: { finopsEnvironment: fo({ applicationRelease: '10.0.9' }) },
      checked: 1,
    },
    {
      when: 'the release has four parts',
      facts: { finopsEnvironment: fo({ applicationRelease: ' 10.0.9.0 ' }) },
      checked: 1,
    },
    {
      when: 'only the build is known, and it is exactly 10.0.383.20013',
      facts: { finopsEnvironment: fo({ applicationBuild: '10.0.383.20013' }) },
      checked: 1,
    },
    {
      when: 'only the platform update is known, and it is 33',
      facts: { finopsEnvironment: fo({ platformUpdate: 33 }) },
      checked: 1,
    },
    {
      when: 'the release is new, whatever the platform update says',
      facts: { finopsEnvironment: fo({ applicationRelease: '10.0.41', platformUpdate: 12 }) },
      checked: 1,
    },
    {
      when: 'the release contains a build, and the platform update is known',
      facts: { finopsEnvironment: fo({ applicationRelease: '10.0.100.1', platformUpdate: 65 }) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'the release is 10.0.8',
      facts: { finopsEnvironment: fo({ applicationRelease: ' 10.0.8 ' }) },
      subjects: ['environment finops'],
      args: [{ property: 'applicationRelease', version: '10.0.8', minimum: '10.0.9' }],
    },
    {
      when: 'the build is one below the minimum',
      facts: { finopsEnvironment: fo({ applicationBuild: '10.0.383.20012' }) },
      subjects: ['environment finops'],
      args: [{ property: 'applicationBuild', version: '10.0.383.20012', minimum: '10.0.383.20013' }],
    },
    {
      when: 'the platform update is 32',
      facts: { finopsEnvironment: fo({ platformUpdate: 32 }) },
      subjects: ['environment finops'],
      args: [{ property: 'platformUpdate', version: '32', minimum: '33' }],
    },
    {
      when: 'the release is old, although the build is new',
      facts: { finopsEnvironment: fo({ applicationRelease: '10.0.2', applicationBuild: '10.0.605.30025' }) },
      subjects: ['environment finops'],
      args: [{ property: 'applicationRelease', version: '10.0.2', minimum: '10.0.9' }],
    },
    {
      when: 'the release cannot be read and the build is old',
      facts: { finopsEnvironment: fo({ applicationRelease: 'ten', applicationBuild: '10.0.200.1' }) },
      subjects: ['environment finops'],
      args: [{ property: 'applicationBuild', version: '10.0.200.1', minimum: '10.0.383.20013' }],
    },
    {
      when: 'the release is 10.0, which is not specific enough, and the build is old',
      facts: { finopsEnvironment: fo({ applicationRelease: '10.0', applicationBuild: '10.0.200.1' }) },
      subjects: ['environment finops'],
      args: [{ property: 'applicationBuild', version: '10.0.200.1', minimum: '10.0.383.20013' }],
    },
    {
      when: 'the build is old, whatever the platform update says',
      facts: { finopsEnvironment: fo({ applicationBuild: '10.0.200.1', platformUpdate: 65 }) },
      subjects: ['environment finops'],
      args: [{ property: 'applicationBuild', version: '10.0.200.1', minimum: '10.0.383.20013' }],
    },
  ],
  notApplicable: { never: 'finance and operations always has a version' },
  inconclusive: [
    {
      when: 'no version is known',
      facts: { finopsEnvironment: fo({}) },
      missing: [
        'finopsEnvironment.applicationBuild',
        'finopsEnvironment.applicationRelease',
        'finopsEnvironment.platformUpdate',
      ],
    },
    {
      when: 'both release and build are 10.0',
      facts: { finopsEnvironment: fo({ applicationRelease: '10.0', applicationBuild: '10.0' }) },
      missing: [
        'finopsEnvironment.applicationBuild',
        'finopsEnvironment.applicationRelease',
        'finopsEnvironment.platformUpdate',
      ],
    },
    {
      when: 'release and build are swapped',
      facts: { finopsEnvironment: fo({ applicationRelease: '10.0.605.30025', applicationBuild: '10.0.8' }) },
      missing: [
        'finopsEnvironment.applicationBuild',
        'finopsEnvironment.applicationRelease',
        'finopsEnvironment.platformUpdate',
      ],
    },
    {
      when: 'the environment could not be read',
      facts: { finopsEnvironment: unknown('timed-out') },
      missing: ['finopsEnvironment'],
    },
  ],
} satisfies RuleCases;
