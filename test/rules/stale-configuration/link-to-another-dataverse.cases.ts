import { known, unknown } from '../../../src/facts/fact.js';
import { linkToAnotherDataverse } from '../../../src/rules/stale-configuration/link-to-another-dataverse.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const facts = (linked: string | null | undefined, read = 'https://contoso.crm4.dynamics.com') => ({
  link: known(make.link({ dataverseUrl: linked })),
  dataverseEnvironment: known(make.dataverseEnvironment({ url: read })),
});
const unlinked = known(make.link({ linked: false, dataverseUrl: 'https://production.crm4.dynamics.com' }));

export default {
  rule: linkToAnotherDataverse,
  passed: [
    {
      when: 'the link names the environment that was read',
      facts: facts('https://contoso.crm4.dynamics.com'),
      checked: 1,
    },
    {
      when: 'the two addresses differ only in form',
      facts: facts(
        ' CONTOSO.api.crm4.dynamics.com:443/api/data/v9.2/ ',
        'https://contoso.crm4.dynamics.com./main.aspx',
      ),
      checked: 1,
    },
    {
      when: 'the finance and operations address is not known',
      facts: {
        link: known(make.link({ finopsUrl: null })),
        dataverseEnvironment: known(make.dataverseEnvironment()),
      },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'a sandbox still has the link of production',
      facts: facts('https://production.crm4.dynamics.com', 'https://contoso-uat.crm4.dynamics.com'),
      subjects: ['environment dataverse'],
      args: [{ linked: 'production.crm4.dynamics.com', read: 'contoso-uat.crm4.dynamics.com' }],
    },
    {
      when: 'two environments have the same name in two regions, and the linked address contains credentials',
      facts: facts('https://user:secret@contoso.crm.dynamics.com/main.aspx?sig=secret'),
      subjects: ['environment dataverse'],
      args: [{ linked: 'contoso.crm.dynamics.com', read: 'contoso.crm4.dynamics.com' }],
    },
  ],
  notApplicable: [
    {
      when: 'the environments are not linked',
      facts: { link: unlinked, dataverseEnvironment: known(make.dataverseEnvironment()) },
    },
    { when: 'they are not linked and the environment is not provided', facts: { link: unlinked } },
  ],
  inconclusive: [
    {
      when: 'the environment could not be read',
      facts: { link: known(make.link()), dataverseEnvironment: unknown('not-permitted') },
      missing: ['dataverseEnvironment'],
    },
    {
      when: 'the link could not be read',
      facts: { link: unknown('failed'), dataverseEnvironment: known(make.dataverseEnvironment()) },
      missing: ['link'],
    },
  ],
  skipped: [
    { when: 'the linked address is not provided', facts: facts(undefined) },
    { when: 'the linked address is null', facts: facts(null) },
    { when: 'the linked address is blank', facts: facts(' ') },
    { when: 'the linked address has no host', facts: facts('https://') },
    {
      when: 'the address that was read has no host',
      facts: facts('https://production.crm4.dynamics.com', 'not an address'),
    },
    { when: 'the environment is not provided', facts: { link: known(make.link()) } },
    {
      when: 'the link is not provided',
      facts: { dataverseEnvironment: known(make.dataverseEnvironment()) },
    },
  ],
} satisfies RuleCases;
