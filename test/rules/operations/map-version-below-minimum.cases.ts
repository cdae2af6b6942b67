import { known, unknown } from '../../../src/facts/fact.js';
import { mapVersionBelowMinimum } from '../../../src/rules/operations/map-version-below-minimum.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const parties = make.entityMap({
  name: 'msdyn_parties - CDS Parties',
  dataverseTable: 'msdyn_parties',
  finopsEntity: 'CDS Parties',
  version: '1.0.0.2',
});
const old = make.entityMap({ version: '1.0.0.4' });

/** Each map of the party model, one version below its minimum. */
const tooOld = (
  [
    ['msdyn_parties', 'CDS Parties', '1.0.0.1'],
    ['msdyn_contactforparties', 'Contacts V2', '1.0.0.5'],
    ['accounts', 'Customers V3', '1.0.0.4'],
    ['contacts', 'Customers V3', '1.0.0.4'],
    ['msdyn_vendors', 'Vendors V2', '1.0.0.5'],
    ['quotes', 'CDS sales quotation header', '1.0.0.6'],
    ['invoices', 'Sales invoice headers V2', '1.0.0.3'],
    ['salesorders', 'CDS sales order headers', '1.0.0.4'],
    ['msdyn_partypostaladdresses', 'CDS Party postal address locations', '1.0.0.0'],
    ['msdyn_postaladdresses', 'CDS postal address history V2', '1.0.0.1'],
  ] as const
).map(([dataverseTable, finopsEntity, version]) =>
  make.entityMap({ name: `${dataverseTable} - ${finopsEntity}`, dataverseTable, finopsEntity, version }),
);

export default {
  rule: mapVersionBelowMinimum,
  passed: [
    {
      when: 'the maps have their minimum versions',
      facts: { entityMaps: known([parties, make.entityMap()]) },
      checked: 2,
    },
    {
      when: 'an old map does not run',
      facts: { entityMaps: known([parties, make.entityMap({ version: '1.0.0.4', state: 'stopped' })]) },
      checked: 1,
    },
    {
      when: 'the version is newer by its number, or parked',
      facts: {
        entityMaps: known([
          { ...parties, version: '1.0.0.10' },
          make.entityMap({ version: '9.9.9.9' }),
          make.entityMap({ name: 'uoms - Units', dataverseTable: 'uoms', finopsEntity: 'Units', version: '0.1' }),
        ]),
      },
      checked: 2,
    },
  ],
  failed: [
    {
      when: 'a map of the party model is older',
      facts: { entityMaps: known([parties, old]) },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ version: '1.0.0.4', minimum: '1.0.0.5' }],
    },
    {
      when: 'the map of parties itself is older, and the version of another map is not known',
      facts: { entityMaps: known([{ ...parties, version: '1.0.0.1' }, make.entityMap({ version: null })]) },
      subjects: ['entity-map msdyn_parties - CDS Parties'],
      args: [{ version: '1.0.0.1', minimum: '1.0.0.2' }],
      missing: ['entityMaps.version'],
    },
    {
      when: 'the tables are named by their logical names, and a map has two rows',
      facts: {
        entityMaps: known([
          { ...parties, dataverseTable: 'msdyn_party' },
          { ...old, dataverseTable: ' Account ', finopsEntity: 'customers v3', version: '0.9' },
          { ...old, version: '0.10' },
          { ...old, version: '1.0.0.3' },
        ]),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ version: '0.9', minimum: '1.0.0.5' }],
    },
    {
      when: 'each map of the party model is one too old',
      facts: {
        entityMaps: known(tooOld),
      },
      subjects: [
        'entity-map accounts - Customers V3',
        'entity-map contacts - Customers V3',
        'entity-map invoices - Sales invoice headers V2',
        'entity-map msdyn_contactforparties - Contacts V2',
        'entity-map msdyn_parties - CDS Parties',
        'entity-map msdyn_partypostaladdresses - CDS Party postal address locations',
        'entity-map msdyn_postaladdresses - CDS postal address history V2',
        'entity-map msdyn_vendors - Vendors V2',
        'entity-map quotes - CDS sales quotation header',
        'entity-map salesorders - CDS sales order headers',
      ],
      args: [
        { version: '1.0.0.4', minimum: '1.0.0.5' },
        { version: '1.0.0.4', minimum: '1.0.0.5' },
        { version: '1.0.0.3', minimum: '1.0.0.4' },
        { version: '1.0.0.5', minimum: '1.0.0.6' },
        { version: '1.0.0.1', minimum: '1.0.0.2' },
        { version: '1.0.0.0', minimum: '1.0.0.1' },
        { version: '1.0.0.1', minimum: '1.0.0.2' },
        { version: '1.0.0.5', minimum: '1.0.0.6' },
        { version: '1.0.0.6', minimum: '1.0.0.7' },
        { version: '1.0.0.4', minimum: '1.0.0.5' },
      ],
    },
    {
      when: 'only some of the maps were seen, including an old one',
      facts: { entityMaps: known([parties, old], { coverage: 'partial' }) },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ version: '1.0.0.4', minimum: '1.0.0.5' }],
      missing: ['entityMaps'],
    },
  ],
  notApplicable: [
    { when: 'there is no map of parties', facts: { entityMaps: known([old]) } },
    {
      when: 'the map of parties is one of your own, and no other map of the party model runs',
      facts: { entityMaps: known([{ ...parties, finopsEntity: 'Contoso parties', version: '0.1' }]) },
    },
    { when: 'the map of parties does not run', facts: { entityMaps: known([{ ...parties, state: 'stopped' }, old]) } },
  ],
  inconclusive: [
    {
      when: 'the version of a map is not known',
      facts: { entityMaps: known([parties, make.entityMap({ version: 'latest' })]) },
      missing: ['entityMaps.version'],
    },
    {
      when: 'it is not known whether the party model is in use',
      facts: { entityMaps: known([{ ...parties, state: 'unknown' }, old]) },
      missing: ['entityMaps.state'],
    },
    {
      when: 'it is not known whether the old map runs',
      facts: { entityMaps: known([parties, { ...old, state: 'unknown' }]) },
      missing: ['entityMaps.state'],
    },
    { when: 'the maps could not be read', facts: { entityMaps: unknown('not-permitted') }, missing: ['entityMaps'] },
    {
      when: 'only some of the maps were seen',
      facts: { entityMaps: known([parties], { coverage: 'partial' }) },
      missing: ['entityMaps'],
    },
  ],
} satisfies RuleCases;
