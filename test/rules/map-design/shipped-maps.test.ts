import { readFileSync } from 'node:fs';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  evaluateSnapshot,
  type HealthReport,
  known,
  mapDesign,
  type Outcome,
  parseSnapshot,
  redactSnapshot,
  type Snapshot,
  snapshotOf,
} from '../../../src/index.js';
import { entityMapOf, mapDefinitionOf } from '../../../src/maps/index.js';
import { field, lookup, mapRow, shippedMaps } from '../../support/entity-maps.js';
import { savedMap } from '../../support/facts.js';

const takenAt = '2026-11-20T10:00:00Z';

function snapshotWith(rows: readonly unknown[], facts: Snapshot['facts'] = {}): Snapshot {
  const mapDefinitions = known(rows.map((row) => mapDefinitionOf(entityMapOf(row))));
  return snapshotOf('maps', { mapDefinitions, ...facts }, { takenAt });
}

const lint = (snapshot: Snapshot) => evaluateSnapshot(snapshot, { validator: mapDesign });

function found({ outcomes }: HealthReport): readonly string[] {
  return outcomes.flatMap((outcome) =>
    outcome.status === 'failed'
      ? outcome.findings.map(({ subject }) => `${outcome.severity} ${outcome.code} ${subject.id}`)
      : [],
  );
}

function outcomeOf({ outcomes }: HealthReport, code: string): Outcome | undefined {
  return outcomes.find((outcome) => outcome.code === code);
}

/** The integration keys of Microsoft, by map. */
const keys = new Map(
  readFileSync(new URL('../../../examples/data/oob-map-configs.csv', import.meta.url), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [, name = '', quoted, plain = ''] = /^([^,]*),[^,]*,[^,]*,(?:"([^"]*)"|([^,]*)),/.exec(line) ?? [];
      return [name, (quoted ?? plain).split(',')] as const;
    }),
);

describe('nineteen maps as Microsoft ships them', () => {
  test('have warnings only where they are known to have them', () => {
    const report = lint(snapshotWith(shippedMaps()));
    expect(found(report)).toEqual([
      'warning DWDVEV9701 accounts - Customers V3',
      'warning DWDVEV9701 salesorders - CDS sales order headers',
    ]);
    expect(report.totals.errored).toBe(0);
    // Their keys are not part of the rows, nor is the metadata of their tables: that is not a pass.
    for (const code of ['DIPV1004', 'DIPV1014', 'DIPV1015', 'DIPV1010', 'table-map-health-5100']) {
      expect(outcomeOf(report, code)?.status).toBe('inconclusive');
    }
    for (const code of ['DIPV1021', 'DIPV1024', 'DIPV1026', 'DIPV1029', 'DIPV1012', 'table-map-health-900']) {
      expect(outcomeOf(report, code)).toMatchObject({ status: 'passed', checked: 19 });
    }
    expect(report.health).toBe('unknown');
  });

  test('are the same in a snapshot that was saved, and after redaction', () => {
    const snapshot = snapshotWith(shippedMaps());
    const saved = parseSnapshot(JSON.parse(JSON.stringify(snapshot)))._unsafeUnwrap();
    expect(lint(saved)).toEqual(lint(snapshot));
    expect(found(lint(redactSnapshot(snapshot)))).toEqual(found(lint(snapshot)));
  });

  test('keep the texts of their columns to the character', () => {
    for (const row of shippedMaps()) {
      const definition = mapDefinitionOf(entityMapOf(row));
      expect([definition.mapping, definition.properties]).toEqual([row.msdyn_mapping, row.msdyn_properties]);
      expect(mapDefinitionOf(entityMapOf(definition))).toEqual(definition);
    }
  });
});

describe('maps with the fields and keys of Microsoft', () => {
  const shipped = [
    mapRow('contacts', 'CDS Contacts V2', {
      sourceFilter: '(AssociatedContactType = 1)',
      reversedSourceFilter:
        'msdyn_contactforvendor eq true and msdyn_sellable eq false and msdyn_contactpersonid ne null',
      fields: [
        lookup('CONTACTPERSONPARTYNUMBER', 'msdyn_partyid.msdyn_partynumber', 'msdyn_parties'),
        {
          ...field('ASSOCIATEDCONTACTTYPE', '', '2'),
          valueTransforms: [{ transformType: 'Default', defaultValue: 'Vendor' }],
        },
        lookup('ASSOCIATEDCONTACTNUMBER', 'msdyn_vendorcontactid.msdyn_vendoraccountnumber', 'msdyn_vendors'),
        {
          ...field('', 'msdyn_contactforvendor', '1'),
          valueTransforms: [{ transformType: 'Default', defaultValue: 'True' }],
        },
        field('CONTACTPERSONID', 'msdyn_contactpersonid'),
      ],
    }),
    mapRow('salesorderdetails', 'CDS sales order lines', {
      fields: [
        field('LINECREATIONSEQUENCENUMBER', 'sequencenumber'),
        lookup('SALESORDERNUMBER', 'salesorderid.msdyn_salesordernumber', 'salesorders'),
        lookup('SALESPRODUCTCATEGORYNAME', 'msdyn_salesproductcategory.msdyn_name', 'msdyn_productcategories'),
        field('SALESPRODUCTCATEGORYHIERARCHYNAME', 'msdyn_salesproductcategory.msdyn_hierarchy.msdyn_name', 1),
        field('LINEAMOUNT', 'extendedamount', 1),
        field('LINEAMOUNT', 'baseamount', 1),
        lookup('CURRENCYCODE', 'transactioncurrencyid.isocurrencycode', 'transactioncurrencies'),
      ],
    }),
    mapRow('salesorders', 'CDS sales order headers', {
      reversedSourceFilter: 'msdyn_ordertype eq 192350000',
      fields: [
        field('SALESORDERNUMBER', 'msdyn_salesordernumber'),
        field('ORDERINGCUSTOMERACCOUNTNUMBER', 'customerid.Account(accountnumber).Contact(msdyn_contactpersonid)'),
        lookup('CURRENCYCODE', 'transactioncurrencyid.isocurrencycode', 'transactioncurrencies'),
        field('CURRENCYCODE', 'msdyn_isocurrencycode', '1'),
      ],
    }),
    mapRow('products', 'CDS released distinct products', {
      fields: [field('PRODUCTNUMBER', 'msdyn_productnumber', 1), field('PRODUCTNAME', 'name', '1')],
    }),
    mapRow('msdyn_productcategories', 'Product categories', {
      fields: [
        field('CATEGORYNAME', 'msdyn_name'),
        lookup('HIERARCHY', 'msdyn_hierarchy.msdyn_name', 'msdyn_productcategoryhierarchies'),
      ],
    }),
  ].map((row) => ({ ...row, integrationKeys: keys.get(row.msdyn_displayname) ?? ['msdyn_contactpersonid'] }));

  test('have nothing wrong with them', () => {
    const report = lint(snapshotWith(shipped));
    expect(found(report)).toEqual([]);
    for (const code of ['DIPV1004', 'DIPV1014', 'DIPV1015', 'DIPV1027', 'DIPV1028']) {
      expect(outcomeOf(report, code)).toMatchObject({ status: 'passed', checked: 5 });
    }
    // What their publisher made, nobody here can change.
    for (const code of ['DIPV1023', 'DWDVEV9702'])
      expect(outcomeOf(report, code)).toMatchObject({ status: 'passed', checked: 0 });
  });

  test('have the currency twice, if it is not known that they are as shipped', () => {
    const unknown = shipped.map((row) => ({ ...row, ismanaged: undefined }));
    expect(found(lint(snapshotWith(unknown)))).toEqual(['warning DWDVEV9702 salesorders - CDS sales order headers']);
  });

  test('all 73 keys are understood: a map of nothing but its key passes, and lacks each column that is taken away', () => {
    for (const [name, columns] of keys) {
      const [table = '', entity = ''] = name.split(/ - (.*)/);
      const own = columns.filter((text) => !text.endsWith('.cdm_companycode'));
      const of = (fields: readonly string[]) =>
        found(
          lint(
            snapshotWith([
              {
                ...mapRow(table, entity, { fields: fields.map((text, at) => field(`F${at}`, text)) }),
                integrationKeys: columns,
              },
            ]),
          ),
        );
      expect(of(own), name).toEqual([]);
      for (const column of own) {
        const code = column.includes('.') ? 'DIPV1015' : 'DIPV1014';
        expect(of(own.filter((other) => other !== column)), name).toEqual([`error ${code} ${name}`]);
      }
    }
    expect(keys.size).toBe(73);
  });
});

test('the versions of a map are distinguished, and one that cannot be read leaves every rule open', () => {
  const broken = savedMap([], { version: '1.0.0.6', mapping: '{"legs": [' });
  const report = lint(snapshotOf('maps', { mapDefinitions: known([savedMap([field('', 'x')]), broken]) }, { takenAt }));
  expect(found(report).filter((line) => line.includes('DIPV1021'))).toEqual([
    'error DIPV1021 accounts - Customers V3 1.0.0.5 msdyn',
  ]);
  for (const outcome of report.outcomes) {
    expect(['failed', 'inconclusive'], outcome.code).toContain(outcome.status);
    if (outcome.status === 'failed') expect(outcome.incomplete).toBe(true);
  }
});

test.each([
  ['encoded twice', (text: string) => JSON.stringify(text)],
  ['with blanks', (text: string) => JSON.stringify(JSON.parse(text), null, 4)],
])('a mapping %s is judged like the plain one', (_name, encode) => {
  const plain = savedMap([field('', 'x'), field('A', 'y'), field('B', 'y')]);
  const encoded = { ...plain, mapping: encode(plain.mapping ?? '') };
  const of = (row: typeof plain) => found(lint(snapshotOf('maps', { mapDefinitions: known([row]) }, { takenAt })));
  expect(of(encoded)).toEqual(of(plain));
  expect(of(plain).length).toBeGreaterThan(1);
});

property.prop([fc.array(fc.json({ maxDepth: 6 }), { maxLength: 4 })])(
  'any JSON as a mapping is judged without a throw',
  (texts) => {
    const mapDefinitions = known(texts.map((mapping, index) => ({ name: `map ${index}`, mapping })));
    const report = lint(snapshotOf('maps', { mapDefinitions }, { takenAt }));
    expect(report.totals.errored).toBe(0);
    if (texts.length > 0) expect(report.totals.passed).toBe(0);
  },
);

property.prop([fc.integer({ min: 0, max: 3_000 })])('a mapping that breaks off passes nothing', (length) => {
  const { mapping } = savedMap([field('CUSTOMERACCOUNT', 'accountnumber'), field('NAME', 'name')]);
  const text = (mapping ?? '').slice(0, Math.min(length, (mapping ?? '').length - 1));
  const report = lint(snapshotOf('maps', { mapDefinitions: known([savedMap([], { mapping: text })]) }, { takenAt }));
  expect(report.totals.passed + report.totals['not-applicable']).toBe(0);
});
