// cspell:ignore Purch
import { describe, expect, test } from 'vitest';
import { keysOfKnown, keysOfNamed, wordsOfKnown, wordsOfNamed } from '../../src/diagnosis/same-entity.js';

/** Whether an entity as a message names it is the one of a map. */
function isSame(named: string, known: string): boolean {
  const keys = keysOfKnown(known);
  return keysOfNamed(named).some((key) => keys.includes(key));
}

describe('an entity of a message is that of a map', () => {
  // cspell:ignore Whs
  test.each([
    ['Customers V3', 'Customers V3'],
    ['customers v3 ', ' CUSTOMERS V3'],
    ['CustomersV3', 'Customers V3'],
    ['CustomerV3Entity', 'Customers V3'],
    ['CustCustomerV3Entity', 'Customers V3'],
    ['CustCustomersV3', 'Customers V3'],
    ['VendVendorV2Entity', 'Vendors V2'],
    ['PurchVendPartyEntity', 'Parties'],
    ['PartyEntity', 'Parties'],
    ['TaxAddressEntity', 'Addresses'],
    ['RetailBoxEntity', 'Boxes'],
    ['RetailSessionEntity', 'Sessions'],
    ['BusEntity', 'Bus'],
    ['UnitClassEntity', 'Unit class'],
    ['ReqWishEntity', 'Wishes'],
    ['ReqMatchEntity', 'Matches'],
    ['ReqSizeEntity', 'Sizes'],
    ['TaxTieEntity', 'Ties'],
    ['DimTypeEntity', 'Types'],
    ['SalesOrderHeaderV2Entity', 'Sales order headers V2'],
    ['SalesOrderHeaderV2Entity', 'Order headers V2'],
    ['CDSReleasedDistinctProductsEntity', 'CDS released distinct products'],
    ['CDSReleasedDistinctProductsEntity', 'Released distinct products'],
    ['HCMWorkerEntity', 'Workers'],
    ['Tier12Entity', 'Tier 12'],
    ['EcoResProductV2Entity', 'Products V2'],
    ['WhsWarehouseEntity', 'Warehouses'],
    ['InventWarehousesEntity', 'Warehouse'],
    ['LogisticsPostalAddressEntity', 'Postal addresses'],
    ['GrößenEntity', 'GrößenEntity'],
    ['Entity', 'Entity'],
  ])('%s is %s', (named, known) => expect(isSame(named, known)).toBe(true));

  test.each([
    ['CustCustomerV2Entity', 'Customers V3'],
    ['CustCustomerEntity', 'Customers V3'],
    ['CustCustomerV3Entity', 'Customers'],
    ['OddCustomerV3Entity', 'Customers V3'],
    ['CustOddCustomerV3Entity', 'Customers V3'],
    // Only what is written as code has short names of modules in front.
    ['Cust customers V3', 'Customers V3'],
    ['Sales orders', 'Orders'],
    ['Sales order entity', 'Sales order'],
    ['Customers V3 entity', 'Customers V3'],
    ['Gas', 'Ga'],
    ['???', '---'],
    ['AbcDefEntity', 'Abcd ef'],
    ['Tier12Entity', 'Tier 1 2'],
    ['TaxMapV2Entity', 'Maps'],
    ['ties', 'ty'],
    ['Tier12Entity', 'Tier 1'],
    ['', 'Entity'],
    ['CustEntity', ''],
  ])('%s is not %s', (named, known) => expect(isSame(named, known)).toBe(false));

  const modules =
    'asset bank budget cash catalog cds contact cust dim dimension dir eco fiscal hcm invent ledger logistics main mcr mpc om payroll pds pro proj prod purch re req res retail rs sales smm sys system tax trv tsi vend wh whs wms';
  test.each(modules.split(' '))('%s is the name of a module', (module) => {
    const inCode = `${module.slice(0, 1).toUpperCase()}${module.slice(1)}`;
    expect(isSame(`${inCode}NiceThingEntity`, 'Nice things')).toBe(true);
    expect(isSame(`Cust${inCode}NiceThingEntity`, 'Nice things')).toBe(true);
  });
});

describe('words by which it may be', () => {
  test.each<readonly [name: string, named: readonly string[], known: readonly string[]]>([
    ['CustCustomerV3Entity', ['cust v3', 'customer v3'], ['cust v3', 'customer v3']],
    ['UnitOfMeasureEntity', ['unit ', 'measure '], ['unit ', 'measure ']],
    ['Units', [], ['unit ']],
    ['Customers V3', [], ['customer v3']],
    ['Version 3 of a thing', [], ['version ', 'thing ']],
    ['Customers V10 and V11', [], ['customer v10']],
    ['Customers V3b', [], ['customer ']],
    ['msdyn_vendors', [], ['msdyn ', 'vendor ']],
    ['2ndUnitEntity', [], ['unit ', 'entity ']],
    ['Unit-OfMeasureEntity', [], ['unit ', 'measure ', 'entity ']],
    [' UnitOfMeasureEntity ', ['unit ', 'measure '], ['unit ', 'measure ']],
    ['', [], []],
  ])('%s', (name, named, known) => {
    expect(wordsOfNamed(name)).toEqual(named);
    expect(wordsOfKnown(name)).toEqual(known);
  });
});
