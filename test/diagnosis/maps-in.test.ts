import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnosis/index.js';
import { mapsIn } from '../../src/diagnosis/maps-in.js';

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
  ['the map products - CDS released distinct products is left over', ['CDS released distinct products (products)']],
  ['companies - USMF, DEMF', []],
  ['Dataverse - stops, and the link - too', []],
  ['stale dual-write configuration - please check', []],
])('%s: %j', (text, maps) => expect(mapsIn(text)).toEqual(maps));

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
    { numRuns: 50 },
  );
});
