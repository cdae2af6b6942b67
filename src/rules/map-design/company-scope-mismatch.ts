import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { type MissingFact, missing } from '../verdict.js';
import { judgeMaps, whyNoMap } from './judge-maps.js';
import { mapFix } from './map-fix.js';
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
  impact: 'The map does not start: rows could not be told apart by company on both sides.',
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
  remediation: mapFix(
    'Map two entities of the same kind',
    [
      'Find out which side is right: is the data one list for all companies, or one for each?',
      'Look for another data entity, or another Dataverse table, that holds the same data in the way of the other side; or give a table of your own a lookup to Company (cdm_company) as a part of its key.',
      'If cross-company data sharing is switched on for the tables of the entity, take them out of its policy: dual-write does not support it.',
      'On the Dual-write page, make a map of the two that fit.',
    ],
    [links.companyData, links.errorCodes],
    ['finops-system-administrator', 'system-customizer', 'developer'],
  ),
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
  return { args: { perCompany: perCompany.name.trim(), shared: shared.name.trim() }, open: [] };
}
