import { known, unknown } from '../../../src/facts/fact.js';
import { finopsClientUserDisabled } from '../../../src/rules/prerequisites/finops-client-user-disabled.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const integrator = '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b';
const toFinops = '6f7d0213-62b1-43a8-b7f4-ff2bb8b7b452';
const toFinopsOld = '33976c19-1db5-4c02-810e-c243db79efde';

const newCore = known([make.solution('msdyn_DualWriteCore', '1.0.16.0')]);
const unreadableCore = known([make.solution('msdyn_DualWriteCore', 'latest')]);

export default {
  rule: finopsClientUserDisabled,
  passed: [
    {
      when: 'both users are enabled',
      facts: { finopsClients: known([make.finopsClient(integrator), make.finopsClient(toFinops)]), solutions: newCore },
      checked: 2,
    },
    {
      when: 'one of several rows is good',
      facts: {
        finopsClients: known([
          make.finopsClient(integrator, { userEnabled: false }),
          make.finopsClient(integrator.toUpperCase()),
        ]),
        solutions: newCore,
      },
      checked: 1,
    },
    {
      when: 'the user is enabled and its name was not read',
      facts: { finopsClients: known([make.finopsClient(integrator, { userId: null })]), solutions: newCore },
      checked: 1,
    },
    {
      when: 'the core version cannot be read and the users of all rows are enabled',
      facts: {
        finopsClients: known([make.finopsClient(toFinops), make.finopsClient(toFinopsOld)]),
        solutions: unreadableCore,
      },
      checked: 2,
    },
  ],
  failed: [
    {
      when: 'the user is disabled',
      facts: {
        finopsClients: known([make.finopsClient(integrator, { userEnabled: false }), make.finopsClient(toFinops)]),
        solutions: newCore,
      },
      subjects: [`application ${integrator}`],
      args: [{ application: 'Data integrator', rows: 1 }],
    },
    {
      when: 'the row names no user',
      facts: {
        finopsClients: known([make.finopsClient(toFinops, { userId: '', userEnabled: null })]),
        solutions: newCore,
      },
      subjects: [`application ${toFinops}`],
      args: [{ application: 'Dataverse to finance and operations', rows: 1 }],
    },
    {
      when: 'the user is only blanks',
      facts: {
        finopsClients: known([make.finopsClient(toFinops, { userId: '  ', userEnabled: true })]),
        solutions: newCore,
      },
      subjects: [`application ${toFinops}`],
      args: [{ application: 'Dataverse to finance and operations', rows: 1 }],
    },
    {
      when: 'several rows exist and none is good',
      facts: {
        finopsClients: known([
          make.finopsClient(integrator, { userEnabled: false }),
          make.finopsClient(integrator, { userId: '' }),
        ]),
        solutions: newCore,
      },
      subjects: [`application ${integrator}`],
      args: [{ application: 'Data integrator', rows: 2 }],
    },
    {
      when: 'one user is disabled and nothing is known of the other',
      facts: {
        finopsClients: known([
          make.finopsClient(integrator, { userEnabled: false }),
          make.finopsClient(toFinops, { userEnabled: null }),
        ]),
        solutions: newCore,
      },
      subjects: [`application ${integrator}`],
      args: [{ application: 'Data integrator', rows: 1 }],
      missing: ['finopsClients.userEnabled'],
    },
  ],
  notApplicable: [
    {
      when: 'there is no client row at all, whatever is known of the core',
      facts: { finopsClients: known([]), solutions: unknown('failed') },
    },
    {
      when: 'no client row of dual-write exists',
      facts: { finopsClients: known([make.finopsClient('99999999-0000-0000-0000-000000000000')]), solutions: newCore },
    },
    {
      when: 'only the application of another core version has a row',
      facts: { finopsClients: known([make.finopsClient(toFinopsOld, { userEnabled: false })]), solutions: newCore },
    },
  ],
  inconclusive: [
    {
      when: 'it is not known whether the user is enabled',
      facts: { finopsClients: known([make.finopsClient(integrator, { userEnabled: null })]), solutions: newCore },
      missing: ['finopsClients.userEnabled'],
    },
    {
      when: 'the core version cannot be read and a possible row is bad',
      facts: {
        finopsClients: known([make.finopsClient(toFinopsOld, { userEnabled: false })]),
        solutions: unreadableCore,
      },
      missing: ['solutions.version'],
    },
    {
      when: 'the clients could not be read',
      facts: { finopsClients: unknown('failed'), solutions: newCore },
      missing: ['finopsClients'],
    },
  ],
} satisfies RuleCases;
