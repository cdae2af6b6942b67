import { once } from './once.js';

/**
 * Power Platform geographies, each with the Azure regions in it and the short codes that `RetrieveCurrentOrganization`
 * answers with, by their letters alone: `eastus` means East US and East US 2.
 */
const geographies = {
  asia: 'eastasia southeastasia asiapacific apac',
  australia: 'australiaeast australiasoutheast australiacentral oce',
  brazil: 'brazilsouth brazilsoutheast southamerica latam',
  canada: 'canadacentral canadaeast can',
  china: 'chinaeast chinanorth',
  europe: 'northeurope westeurope emea',
  france: 'francecentral francesouth fra',
  germany: 'germanywestcentral germanynorth ger',
  india: 'centralindia southindia westindia ind',
  italy: 'italynorth',
  japan: 'japaneast japanwest jpn',
  korea: 'koreacentral koreasouth kor',
  norway: 'norwayeast norwaywest nor',
  poland: 'polandcentral',
  singapore: 'singaporecentral sgp',
  southafrica: 'southafricanorth southafricawest zaf',
  sweden: 'swedencentral swedensouth',
  switzerland: 'switzerlandnorth switzerlandwest che',
  unitedarabemirates: 'uaenorth uaecentral uae',
  unitedkingdom: 'uksouth ukwest gbr',
  unitedstates: 'eastus centralus northcentralus southcentralus westcentralus westus na',
  usgov: 'usgovvirginia usgovtexas usgovarizona',
} as const;

const geographyOfRegion = /* @__PURE__ */ once(
  () =>
    new Map<string, string>(
      Object.entries(geographies).flatMap(([geography, regions]) =>
        regions.split(' ').map((region) => [region, geography] as const),
      ),
    ),
);

/**
 * A geography by its letters alone, of any script and without digits, so that `United States` and `unitedstates` are the
 * same; an Azure region or a short code as the geography that it belongs to.
 *
 * @returns `undefined` for text without letters: such a geography is not known
 */
export function geographyKey(text: string): string | undefined {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\P{Letter}/gu, '');
  return letters === '' ? undefined : (geographyOfRegion().get(letters) ?? letters);
}
