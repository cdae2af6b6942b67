import { nameKey, tableKeys } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import { isOlder, parseVersion } from '../../facts/version-number.js';
import { activityOf, mapsThatMayRun } from '../../maps/map-activity.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { mapSubject } from '../stale-configuration/map-subject.js';
import { finding, judgeEach, type MissingFact, missing } from '../verdict.js';
import { isPartyMap } from './is-party-map.js';

type EntityMap = Facts['entityMaps'][number];
type Args = { version: string; minimum: string };

/**
 * The lowest versions of maps that work with the party and global address book model, by table and entity: the table under
 * Setup, step 7, of *Party and global address book*, 2023-08-22. The article about the upgrade lists the maps without versions.
 */
const minimums: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['msdyn_parties - cds parties', '1.0.0.2'],
  ['msdyn_contactforparties - contacts v2', '1.0.0.6'],
  ['accounts - customers v3', '1.0.0.5'],
  ['contacts - customers v3', '1.0.0.5'],
  ['msdyn_vendors - vendors v2', '1.0.0.6'],
  ['quotes - cds sales quotation header', '1.0.0.7'],
  ['invoices - sales invoice headers v2', '1.0.0.4'],
  ['salesorders - cds sales order headers', '1.0.0.5'],
  ['msdyn_partypostaladdresses - cds party postal address locations', '1.0.0.1'],
  ['msdyn_postaladdresses - cds postal address history v2', '1.0.0.2'],
]);

/** `DWDVEV9601`: maps should have the versions that the party and global address book model requires. @public */
export const mapVersionBelowMinimum = defineCatalogueRule({
  code: 'DWDVEV9601',
  slug: 'map-version-below-minimum',
  title: 'Map too old for the party model',
  origin: 'documented-check',
  validation: 'Operations',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'The map of parties runs, so the party and global address book model is in use, and a map that takes part in it runs in a version that predates that model.',
  impact: 'Customers, contacts, vendors or documents are written without their party, or are refused.',
  needs: ['entityMaps'],
  mayBePartial: ['entityMaps'],
  notApplicable: ({ entityMaps }) => whyNoPartyModel(entityMaps),
  evaluate: ({ entityMaps }) => {
    const isPartyModelCertain = entityMaps.some((map) => isPartyMap(map) && activityOf(map) === 'runs');
    return judgeEach(
      mapsThatMayRun(entityMaps).flatMap((map) => minimumOf(map).map((minimum) => ({ map, minimum }))),
      ({ map, minimum }) => judgeMap(map, minimum, isPartyModelCertain),
      { whenNone: 'no map that takes part in the party model runs', merge: (a, b) => older(a, b) },
    );
  },
  message: ({ version, minimum }: Args, { id }) =>
    `the map ${id} runs in version ${version}, the party model requires at least ${minimum}`,
  remediation: {
    summary: 'Choose a newer version of the map.',
    options: [
      {
        title: 'Change the version of the map',
        steps: [
          'On the Dual-write page (Data management > Dual-write), select Apply Solution and check that the maps of the solution for party and global address book are listed.',
          'Choose a time at which nobody writes the data of the map, and stop it.',
          'Select Table map version, choose the minimum of the finding or a newer one, and save; the article Party and global address book lists the versions. Placeholder versions such as 9.9.9.9 do not count.',
          'Apply your customizations of the old version to the new one, and run the map again.',
        ],
        performedBy: ['finops-system-administrator', 'system-customizer'],
        destroys: null,
        links: [links.party, links.upgradeParty, links.lifecycle],
      },
    ],
  },
  sources: [sources.party],
});

function judgeMap(map: EntityMap, minimum: string, isPartyModelCertain: boolean) {
  const version = parseVersion(map.version);
  if (version === undefined) return missing('entityMaps', 'version');
  if (!isOlder(version, minimum)) return undefined;
  const open: MissingFact = missing('entityMaps', 'state');
  if (!isPartyModelCertain || activityOf(map) !== 'runs') return open;
  return finding(mapSubject(map), { version: version.join('.'), minimum });
}

function older(a: Args, b: Args): Args {
  return isOlder(parseVersion(a.version) ?? [], b.version) ? a : b;
}

/** None where the party model has no use for the map. */
function minimumOf({ dataverseTable, finopsEntity }: EntityMap): readonly string[] {
  const entity = nameKey(finopsEntity);
  return tableKeys(dataverseTable).flatMap((table) => minimums.get(`${table} - ${entity}`) ?? []);
}

function whyNoPartyModel(maps: Facts['entityMaps'] | undefined): string | undefined {
  return maps !== undefined && !mapsThatMayRun(maps).some(isPartyMap) ? 'no map of parties runs' : undefined;
}
