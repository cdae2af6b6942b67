import { known, unknown } from '../../../src/facts/fact.js';
import { tenantMismatch } from '../../../src/rules/prerequisites/tenant-mismatch.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const side = (tenantId: string | null) => ({
  dataverseEnvironment: known(make.dataverseEnvironment({ tenantId: '11111111-aaaa-0000-0000-000000000000' })),
  finopsEnvironment: known(make.finopsEnvironment({ tenantId })),
});

export default {
  rule: tenantMismatch,
  passed: [
    { when: 'both are in one tenant', facts: side('11111111-aaaa-0000-0000-000000000000'), checked: 1 },
    {
      when: 'the ids differ in letter case and braces',
      facts: side('{11111111-AAAA-0000-0000-000000000000}'),
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'the tenants differ',
      facts: side('22222222-aaaa-0000-0000-000000000000'),
      subjects: ['environment dataverse'],
      args: [
        {
          dataverse: '11111111-aaaa-0000-0000-000000000000',
          finops: '22222222-aaaa-0000-0000-000000000000',
        },
      ],
    },
  ],
  notApplicable: { never: 'both environments always have a tenant' },
  inconclusive: [
    {
      when: 'an environment could not be read',
      facts: { ...side('x'), finopsEnvironment: unknown('not-permitted') },
      missing: ['finopsEnvironment'],
    },
  ],
  skipped: [
    { when: 'a tenant is not provided', facts: side(null) },
    { when: 'a tenant is blank', facts: side(' ') },
    {
      when: 'the tenant of Dataverse is not provided',
      facts: {
        dataverseEnvironment: known(make.dataverseEnvironment({ tenantId: null })),
        finopsEnvironment: known(make.finopsEnvironment({ tenantId: '11111111-aaaa-0000-0000-000000000000' })),
      },
    },
    { when: 'an environment is not provided', facts: { dataverseEnvironment: known(make.dataverseEnvironment()) } },
  ],
} satisfies RuleCases;
