import { known, unknown } from '../../../src/facts/fact.js';
import { tenantApplicationMissing } from '../../../src/rules/prerequisites/tenant-application-missing.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const integrator = '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b';
const toFinops = '6f7d0213-62b1-43a8-b7f4-ff2bb8b7b452';
const toFinopsOld = '33976c19-1db5-4c02-810e-c243db79efde';

const newCore = known([make.solution('msdyn_DualWriteCore', '1.0.16.0')]);
const oldCore = known([make.solution('DualWriteCore', '1.0.15.9')]);
const unreadableCore = known([make.solution('msdyn_DualWriteCore', 'latest')]);

export default {
  rule: tenantApplicationMissing,
  passed: [
    {
      when: 'the core is old and both applications are consented',
      facts: {
        solutions: oldCore,
        tenantApplications: known([{ applicationId: integrator.toUpperCase() }, { applicationId: toFinopsOld }]),
      },
      checked: 2,
    },
  ],
  failed: [
    {
      when: 'the core is one version below 1.0.16.0 and nothing is consented',
      facts: { solutions: oldCore, tenantApplications: known([]) },
      subjects: [`application ${integrator}`, `application ${toFinopsOld}`],
      args: [
        { application: 'Data integrator' },
        { application: 'Dataverse to finance and operations (core below 1.0.16.0)' },
      ],
    },
    {
      when: 'only the application of newer cores is consented',
      facts: {
        solutions: oldCore,
        tenantApplications: known([{ applicationId: integrator }, { applicationId: toFinops }]),
      },
      subjects: [`application ${toFinopsOld}`],
      args: [{ application: 'Dataverse to finance and operations (core below 1.0.16.0)' }],
    },
  ],
  notApplicable: [
    { when: 'the core is exactly 1.0.16.0', facts: { solutions: newCore, tenantApplications: known([]) } },
    { when: 'the core is new, whatever is known of the tenant', facts: { solutions: newCore } },
    {
      when: 'the core is not installed',
      facts: { solutions: known([]), tenantApplications: unknown('not-permitted') },
    },
  ],
  inconclusive: [
    {
      when: 'the core version cannot be read',
      facts: { solutions: unreadableCore, tenantApplications: known([]) },
      missing: ['solutions.version'],
    },
    {
      when: 'the consents could not be read',
      facts: { solutions: oldCore, tenantApplications: unknown('not-permitted') },
      missing: ['tenantApplications'],
    },
    {
      when: 'only some of the consents were seen',
      facts: { solutions: oldCore, tenantApplications: known([], { coverage: 'partial' }) },
      missing: ['tenantApplications'],
    },
  ],
  skipped: [
    { when: 'the core is old and it is not known what is consented', facts: { solutions: oldCore } },
    { when: 'nothing is known', facts: {} },
  ],
} satisfies RuleCases;
