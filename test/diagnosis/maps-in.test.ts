// cspell:ignore Xaccounts
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnosis/index.js';
import { mapsIn } from '../../src/diagnosis/maps-in.js';
import { runs } from '../support/fuzz.js';

test.each([
  ['Customers V3 (accounts)', ['Customers V3 (accounts)']],
  ['accounts - Customers V3', ['Customers V3 (accounts)']],
  ['Customers V3 - accounts', ['Customers V3 (accounts)']],
  ['[Customers V3] - [accounts]', ['Customers V3 (accounts)']],
  ['msdyn_[accounts - Customers V3]', ['Customers V3 (accounts)']],
  ['accounts - Customers V3, msdyn_vendors - Vendors V2', ['Customers V3 (accounts)', 'Vendors V2 (msdyn_vendors)']],
  [
    'for maps [Vendors V2] - [msdyn_vendors] and Customers V3 (accounts).',
    ['Vendors V2 (msdyn_vendors)', 'Customers V3 (accounts)'],
  ],
  ['Map [Customers V3] - [accounts] msdyn_vendors - Vendors V2', ['Customers V3 (accounts)']],
  ['the map products - CDS released distinct products is left over', ['CDS released distinct products (products)']],
  ['- accounts - Customers V3 - msdyn_vendors - Vendors V2', ['Customers V3 (accounts)', 'Vendors V2 (msdyn_vendors)']],
  ['accounts - Customers V3 msdyn_vendors - Vendors V2', ['Customers V3 (accounts)', 'Vendors V2 (msdyn_vendors)']],
  ['Customers V3 - accounts - Vendors V2 - msdyn_vendors', ['Customers V3 (accounts)', 'Vendors V2 (msdyn_vendors)']],
  ['Customers V3 - accounts Vendors V2 - msdyn_vendors', ['Customers V3 (accounts)', 'Vendors V2 (msdyn_vendors)']],
  ['msdyn_[accounts - Customers V3] msdyn_[vendors - Vendors V2]', ['Customers V3 (accounts)', 'Vendors V2 (vendors)']],
  ['accounts - Customers - Europe', ['Customers - Europe (accounts)']],
  ['Customers V3(accounts)', ['Customers V3 (accounts)']],
  ['- Customers V3 (accounts)', ['Customers V3 (accounts)']],
  ['[Customers V3]-[accounts]', ['Customers V3 (accounts)']],
  ['[Customers V3 ] - [accounts]', ['Customers V3 (accounts)']],
  ['[Vendors for ] - [accounts]', ['Vendors for (accounts)']],
  ['[ ] - [accounts]', []],
  ['and Customers V3 (accounts)', ['Customers V3 (accounts)']],
  ['the first of all maps Customers V3 (accounts)', ['Customers V3 (accounts)']],
  ['in map Customers V3 (accounts)', ['Customers V3 (accounts)']],
  ['Brand maps (accounts)', ['Brand maps (accounts)']],
  ['accounts - Customers V3. And so on', ['Customers V3 (accounts)']],
  ['Customers V3 - accounts but more', []],
  ['Xaccounts - Customers V3', []],
  ['Dataverse (accounts), dual-write (accounts), dualwrite (accounts), Dual write (accounts)', []],
  ['finance and operations (accounts); Health check (accounts)', []],
  ['My Dataverse (accounts), Dataverse rows (accounts)', ['My Dataverse (accounts)', 'Dataverse rows (accounts)']],
  ['Customers V3 (entity), Customers V3 (maps)', []],
  ['companies - USMF, DEMF', []],
  ['Dataverse - stops, and the link - too', []],
  ['stale dual-write configuration - please check', []],
])('%s: %j', (text, maps) => expect(mapsIn(text)).toEqual(maps));

test.each<[text: string, companies: string[] | undefined]>([
  [`DWDVEV1007: Companies: 'USMF', 'DEMF' have no default owning team`, ['USMF', 'DEMF']],
  ['DWDVEV1003: usmf, demf', ['usmf', 'demf']],
  ['DWDVEV1003: USMF, 1000 miss a row', ['USMF', '1000']],
  ['Project validation failed. [DIPV1017] Legal entities USMF, DEMF have no partner', ['USMF', 'DEMF']],
  ['[DIPV1016] Companies: USMF. [DIPV1017] Companies: DEMF', ['DEMF']],
  ['[DIPV1002] of AX is a cross-company entity', undefined],
])('companies of %s: %j', (text, companies) => expect(diagnose(text)[0]?.captures.companies).toEqual(companies));

test('a code of map validation carries the maps that its message lists', () => {
  const [first] = diagnose('DIPV1022 for the maps:\n- accounts - Customers V3\n- msdyn_vendors - Vendors V2');
  expect(first?.captures.maps).toEqual(['Customers V3 (accounts)', 'Vendors V2 (msdyn_vendors)']);
});

test('a code carries every company and every map that its message lists', () => {
  const codes = fc.uniqueArray(fc.stringMatching(/^[A-Z][A-Z0-9]{3}$/), { minLength: 2, maxLength: 300 });
  const names = fc.uniqueArray(fc.stringMatching(/^[A-Z][a-z]{3,9} V[1-9]$/), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(codes, names, (companies, entities) => {
      const maps = entities.map((entity, index) => `table${index}s - ${entity}`);
      const [first] = diagnose(`DWFOEV1003: ${companies.join(', ')}`);
      expect(first?.captures.companies).toEqual(companies);
      const [second] = diagnose(`DWDVEV1004: ${maps.join(', ')}.`);
      expect(second?.captures.maps).toEqual(entities.map((entity, index) => `${entity} (table${index}s)`));
    }),
    { numRuns: runs(50) },
  );
});
