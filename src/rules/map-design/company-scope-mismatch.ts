import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { type MissingFact, missing } from '../verdict.js';
import { judgeMaps, whyNoMap } from './judge-maps.js';
import type { ReadLeg } from './read-maps.js';
import { type Tables, tableOf, tablesByName } from './tables.js';

type Args = { perCompany: string; shared: string };

/** `DIPV1002`: both sides of a map should be shared, or both specific to a company. @public */
export const companyScopeMismatch = defineCatalogueRule({
  code: 'DIPV1002',
  slug: 'company-scope-mismatch',
  title: 'Map joins a shared entity with a company-specific one',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'error',
  since: '0.1.0',
  meaning: 'One side of the map keeps its rows per company, the other shares them among all companies.',
  impact: 'The map does not start: rows could not be distinguished by company on both sides.',
  needs: ['mapDefinitions', 'tableMetadata'],
  mayBePartial: ['mapDefinitions', 'tableMetadata'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions, tableMetadata }, context) => {
    const tables = context.derive(tablesByName, tableMetadata);
    return judgeMaps(mapDefinitions, context, ({ legs }) => {
      const judged = legs.map((leg) => judgeLeg(leg, tables));
      const mixed = judged.flatMap(({ args }) => args ?? []);
      return { args: mixed[0], open: judged.flatMap(({ open }) => open) };
    });
  },
  message: ({ perCompany, shared }: Args, { id }) =>
    `the map ${id} joins ${perCompany}, which is specific to a company, with ${shared}, which is shared`,
  remediation: {
    summary: 'Make both sides shared, or both specific to a company.',
    options: [
      {
        title: 'Map an entity of the same kind',
        steps: [
          'Check in the message or the finding which side is shared and which belongs to a company.',
          'Look for another data entity, or another Dataverse table, that holds the same data in the same way as the other side.',
          'On the Dual-write page (Data management > Dual-write), select Add table map, choose these two, and run the new map.',
        ],
        performedBy: ['finops-system-administrator', 'system-customizer'],
        destroys: null,
        links: [links.companyData],
      },
      {
        title: 'Put an entity in between',
        steps: [
          'Create a data entity in finance and operations that is of the same kind as the Dataverse table: with a primary company context for a company-specific table, without one for a shared table.',
          'Move the rows between it and the originally mapped entity, in code or with a batch job.',
          'Open Data management > Framework parameters > Entity settings and select Refresh entity list; then map the new entity on the Dual-write page with Add table map.',
        ],
        performedBy: ['developer', 'finops-system-administrator'],
        destroys: null,
        links: [links.companyData],
      },
      {
        title: 'Give the Dataverse table a company',
        steps: [
          'In the Power Apps maker portal (https://make.powerapps.com), select Tables > All, open your own table, add a lookup column to Company (cdm_company), and include it in an alternate key (Keys under Schema).',
          'Fill the lookup in the existing rows.',
          'On the Dual-write page, open the map, select Refresh tables, and run it.',
        ],
        performedBy: ['system-customizer', 'finops-system-administrator'],
        destroys: null,
        links: [links.companyData],
      },
      {
        title: 'Switch off data sharing for the entity',
        steps: [
          'In finance and operations, open System administration > Setup > Configure cross-company data sharing and find the policy that contains the tables of the entity.',
          'Agree with the business on how to keep these rows in sync from now on.',
          'Disable the policy or take the tables out of it, and run the map again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: 'From then on, changes to these tables are not copied to the other companies of the policy.',
        links: [],
      },
    ],
  },
  sources: [sources.errorCodes, sources.customizations],
});

function judgeLeg(leg: ReadLeg, tables: Tables): { readonly args?: Args; readonly open: readonly MissingFact[] } {
  const [dataverse, finops] = [tableOf(tables, leg, 'dataverse'), tableOf(tables, leg, 'finops')];
  if (dataverse === undefined || finops === undefined) return { open: [missing('tableMetadata')] };
  if (dataverse.companySpecific == null || finops.companySpecific == null) {
    return { open: [missing('tableMetadata', 'companySpecific')] };
  }
  if (dataverse.companySpecific === finops.companySpecific) return { open: [] };
  const [perCompany, shared] = dataverse.companySpecific ? [dataverse, finops] : [finops, dataverse];
  return { args: { perCompany: perCompany.name, shared: shared.name }, open: [] };
}
