/**
 * A tool that knows its environments already runs one validator over them. The adapter is all that it takes:
 * a reader for each fact that the tool can answer, and nothing for the others.
 */
import { type Adapter, businessUnit, checkEnvironment, known, unknown } from 'dual-write-health';
import { inventory } from './inventory.js';

const adapter: Adapter = {
  name: 'inventory',
  environment: { name: 'contoso-uat' },
  readers: {
    link: async ({ signal }) => {
      const project = await inventory.project(signal);
      return known({ linked: true, legalEntities: project.companies, apiHub: 'unknown' });
    },
    companies: async ({ signal }) => known(await inventory.companies(signal)),
    businessUnits: async ({ signal }) => known(await inventory.businessUnits(signal)),
    // Not allowed to look is not the same as nothing there: say so.
    teams: () => unknown('not-permitted', 'the inventory may not read teams'),
  },
};

const result = await checkEnvironment(adapter, { validator: businessUnit });

result.match(
  (report) => {
    console.log(`${report.environment.name} is ${report.health}`);
    for (const outcome of report.outcomes) {
      if (outcome.status === 'failed')
        for (const { message } of outcome.findings) console.log(`${outcome.code}: ${message}`);
      if (outcome.status === 'inconclusive') console.log(`${outcome.code} is inconclusive: ${outcome.because}`);
    }
  },
  (fault) => console.error(`could not run: ${fault.because}`),
);
