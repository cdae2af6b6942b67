import { known, unknown } from '../../../src/facts/fact.js';
import { finopsClientMissing } from '../../../src/rules/prerequisites/finops-client-missing.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const integrator = '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b';
const toFinops = '6f7d0213-62b1-43a8-b7f4-ff2bb8b7b452';
const toFinopsOld = '33976c19-1db5-4c02-810e-c243db79efde';

const newCore = known([make.solution('msdyn_DualWriteCore', '1.0.16.0')]);
const oldCore = known([make.solution('DualWriteCore', '1.0.15.9')]);
const unreadableCore = known([make.solution('msdyn_DualWriteCore', 'latest')]);

export default {
  rule: finopsClientMissing,
  passed: [
    {
      when: 'both applications are registered',
      facts: { finopsClients: known([make.finopsClient(integrator), make.finopsClient(toFinops)]), solutions: newCore },
      checked: 2,
    },
    {
      when: 'ids are written in capitals and braces',
      facts: {
        finopsClients: known([make.finopsClient(`{${integrator.toUpperCase()}}`), make.finopsClient(toFinops)]),
        solutions: newCore,
      },
      checked: 2,
    },
    {
      when: 'the core is below 1.0.16.0 and the older application is registered',
      facts: {
        finopsClients: known([make.finopsClient(integrator), make.finopsClient(toFinopsOld)]),
        solutions: oldCore,
      },
      checked: 2,
    },
    {
      when: 'the core version cannot be read, and both possible applications are registered',
      facts: {
        finopsClients: known([
          make.finopsClient(integrator),
          make.finopsClient(toFinops),
          make.finopsClient(toFinopsOld),
        ]),
        solutions: unreadableCore,
      },
      checked: 2,
    },
    {
      when: 'one alias of the core is unreadable and another is new enough',
      facts: {
        finopsClients: known([make.finopsClient(integrator), make.finopsClient(toFinops)]),
        solutions: known([make.solution('DualWriteCoreAnchor', '?'), make.solution('msdyn_DualWriteCore', '1.0.16.0')]),
      },
      checked: 2,
    },
  ],
  failed: [
    {
      when: 'no application is registered',
      facts: { finopsClients: known([]), solutions: newCore },
      subjects: [`application ${integrator}`, `application ${toFinops}`],
      args: [{ application: 'Data integrator' }, { application: 'Dataverse to finance and operations' }],
    },
    {
      when: 'only the application of older cores is registered',
      facts: {
        finopsClients: known([make.finopsClient(integrator), make.finopsClient(toFinopsOld)]),
        solutions: newCore,
      },
      subjects: [`application ${toFinops}`],
      args: [{ application: 'Dataverse to finance and operations' }],
    },
    {
      when: 'the core is old and only the newer application is registered',
      facts: { finopsClients: known([make.finopsClient(integrator), make.finopsClient(toFinops)]), solutions: oldCore },
      subjects: [`application ${toFinopsOld}`],
      args: [{ application: 'Dataverse to finance and operations (core below 1.0.16.0)' }],
    },
    {
      when: 'the core is missing: the newer application counts',
      facts: { finopsClients: known([make.finopsClient(integrator)]), solutions: known([]) },
      subjects: [`application ${toFinops}`],
      args: [{ application: 'Dataverse to finance and operations' }],
    },
    {
      when: 'the core is missing and the data integrator is missing',
      facts: { finopsClients: known([make.finopsClient(toFinops)]), solutions: known([make.solution('Party')]) },
      subjects: [`application ${integrator}`],
      args: [{ application: 'Data integrator' }],
    },
    {
      when: 'the core version cannot be read and the data integrator is missing',
      facts: { finopsClients: known([make.finopsClient(toFinops)]), solutions: unreadableCore },
      subjects: [`application ${integrator}`],
      args: [{ application: 'Data integrator' }],
      missing: ['solutions.version'],
    },
  ],
  notApplicable: { never: 'both applications are always needed' },
  inconclusive: [
    {
      when: 'the clients could not be read',
      facts: { finopsClients: unknown('not-permitted'), solutions: newCore },
      missing: ['finopsClients'],
    },
    { when: 'the solutions are not known', facts: { finopsClients: known([]) }, missing: ['solutions'] },
    {
      when: 'only some of the clients were seen',
      facts: { finopsClients: known([], { coverage: 'partial' }), solutions: newCore },
      missing: ['finopsClients'],
    },
    {
      when: 'the core version cannot be read and one possible application is missing',
      facts: {
        finopsClients: known([make.finopsClient(integrator), make.finopsClient(toFinops)]),
        solutions: unreadableCore,
      },
      missing: ['solutions.version'],
    },
  ],
} satisfies RuleCases;
