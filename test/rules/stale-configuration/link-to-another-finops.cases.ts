import { known, unknown } from '../../../src/facts/fact.js';
import { linkToAnotherFinops } from '../../../src/rules/stale-configuration/link-to-another-finops.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const facts = (linked: string | null | undefined, read = 'https://contoso.operations.dynamics.com') => ({
  link: known(make.link({ finopsUrl: linked })),
  finopsEnvironment: known(make.finopsEnvironment({ url: read })),
});
const unlinked = known(make.link({ linked: false, finopsUrl: 'https://production.operations.dynamics.com' }));

export default {
  rule: linkToAnotherFinops,
  passed: [
    {
      when: 'the link names the app that was read',
      facts: facts('https://contoso.operations.dynamics.com'),
      checked: 1,
    },
    {
      when: 'the two addresses differ only in form',
      facts: facts(' CONTOSO.operations.dynamics.com ', 'https://contoso.operations.dynamics.com:443/?cmp=USMF'),
      checked: 1,
    },
    {
      when: 'the Dataverse address is not known',
      facts: { link: known(make.link({ dataverseUrl: null })), finopsEnvironment: known(make.finopsEnvironment()) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'the link belongs to production, and a sandbox was read',
      facts: facts('https://contoso.operations.dynamics.com', 'https://contoso.sandbox.operations.dynamics.com'),
      subjects: ['environment finops'],
      args: [{ linked: 'contoso.operations.dynamics.com', read: 'contoso.sandbox.operations.dynamics.com' }],
    },
  ],
  notApplicable: [
    {
      when: 'the environments are not linked',
      facts: { link: unlinked, finopsEnvironment: known(make.finopsEnvironment()) },
    },
    { when: 'they are not linked and the app is not provided', facts: { link: unlinked } },
  ],
  inconclusive: [
    {
      when: 'the app could not be read',
      facts: { link: known(make.link()), finopsEnvironment: unknown('timed-out') },
      missing: ['finopsEnvironment'],
    },
    {
      when: 'the link could not be read',
      facts: { link: unknown('failed'), finopsEnvironment: known(make.finopsEnvironment()) },
      missing: ['link'],
    },
  ],
  skipped: [
    { when: 'the linked address is not provided', facts: facts(undefined) },
    { when: 'the linked address is null', facts: facts(null) },
    { when: 'the linked address is blank', facts: facts(' ') },
    { when: 'the address that was read has no host', facts: facts('https://x.operations.dynamics.com', '') },
    { when: 'the app is not provided', facts: { link: known(make.link()) } },
  ],
} satisfies RuleCases;
