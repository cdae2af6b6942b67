import { type FactName, known, type Snapshot, unknown } from '../../src/index.js';
import { healthySnapshot } from './live-environment.js';

/*
 * Files as the script for signed-in tabs saves them, of the healthy environment under the name of a company.
 */

export const ofDataverse = [
  'dataverseEnvironment',
  'solutions',
  'applicationUsers',
  'pluginAssemblies',
  'companies',
  'businessUnits',
  'teams',
  'runtimeConfigurations',
  'entityMaps',
] as const;
export const ofFinops = ['finopsClients', 'legalEntities', 'projectConfigurations'] as const;

/** The healthy environment under the name of a company, as far as facts are picked. */
function factsOfCompany(company: string, names: readonly FactName[]): Snapshot['facts'] {
  const { facts } = healthySnapshot();
  const picked = Object.fromEntries(names.map((name) => [name, facts[name]]));
  const text = JSON.stringify({ ...picked, finopsEnvironment: undefined }).replaceAll(
    'https://127.0.0.1',
    `https://${company}.crm4.dynamics.com`,
  );
  return JSON.parse(text);
}

const finopsUrl = (company: string) => `https://${company}.operations.dynamics.com`;
const builds = { applicationBuild: '10.0.605.30025', platformBuild: '7.0.7606.10' };

/** What a tab of Dataverse gives; `finopsHost` is the finance and operations environment that it names. */
export function dataverseTab(company: string, finopsHost: string | undefined, minute = 0): Snapshot {
  const finopsEnvironment =
    finopsHost === undefined
      ? unknown('not-provided', 'Dataverse names none')
      : known({ url: finopsUrl(finopsHost), ...builds });
  return {
    schemaVersion: 1,
    environment: { name: `${company}.crm4.dynamics.com` },
    takenAt: `2026-11-20T10:0${minute}:00Z`,
    facts: { ...factsOfCompany(company, ofDataverse), finopsEnvironment },
  };
}

/** What a tab of finance and operations gives. */
export function finopsTab(company: string, minute = 5): Snapshot {
  const detail = 'only its address is known';
  return {
    schemaVersion: 1,
    environment: { name: `${company}.operations.dynamics.com` },
    takenAt: `2026-11-20T10:0${minute}:00Z`,
    facts: {
      ...factsOfCompany(company, ofFinops),
      finopsEnvironment: known({ url: finopsUrl(company) }, { coverage: 'partial', detail }),
    },
  };
}
