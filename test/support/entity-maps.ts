/*
 * Table maps in the shape in which Microsoft ships them, all made up: nineteen of them with the same figures as those that were
 * looked at (337 fields, directions as numbers and texts side by side, two ways to write a leg, one column that is no JSON).
 */

/** A row of `msdyn_dualwriteentitymaps`. */
export interface MapRow {
  readonly msdyn_dualwriteentitymapid: string;
  readonly msdyn_name: string;
  readonly msdyn_displayname: string;
  readonly msdyn_version: string;
  readonly msdyn_mapping: string;
  readonly msdyn_properties: string;
  readonly [column: string]: unknown;
}

/** A field of {@link mappingDocument}. */
export interface FieldDocument {
  readonly syncDirection?: unknown;
  readonly sourceField?: unknown;
  readonly destinationField?: unknown;
  readonly [key: string]: unknown;
}

interface MapPlan {
  readonly table: string;
  readonly entity: string;
  readonly version?: string;
  /** How many fields there are in all. */
  readonly fields: number;
  /** Fields that come first. */
  readonly first?: readonly FieldDocument[];
  readonly sourceFilter?: string;
  readonly reversedSourceFilter?: string;
}

const company = lookup('COMPANY', 'msdyn_company.cdm_companycode', 'cdm_companies');
const currency = lookup('CURRENCYCODE', 'transactioncurrencyid.isocurrencycode', 'transactioncurrencies');

/** Two maps have eleven lookups, two map CURRENCYCODE twice. */
const plans: readonly MapPlan[] = [
  { table: 'cdm_companies', entity: 'Legal entities', fields: 2, first: [field('LEGALENTITYID', 'cdm_companycode')] },
  { table: 'transactioncurrencies', entity: 'Currencies', fields: 4, first: [field('CODE', 'isocurrencycode')] },
  {
    table: 'msdyn_parties',
    entity: 'CDS Parties',
    version: '1.0.0.2',
    fields: 12,
    first: [field('NUMBER', 'msdyn_partynumber')],
  },
  {
    table: 'accounts',
    entity: 'Customers V3',
    version: '1.0.0.5',
    fields: 68,
    sourceFilter: '((PartyType == "Organization"))',
    reversedSourceFilter: 'customertypecode eq 3',
    first: [
      company,
      currency,
      lookup('PARTYNUMBER', 'msdyn_partyid.msdyn_partynumber', 'msdyn_parties'),
      ...lookups(8),
    ],
  },
  {
    table: 'contacts',
    entity: 'Customers V3',
    version: '1.0.0.5',
    fields: 45,
    sourceFilter: '((PartyType == "Person"))',
    reversedSourceFilter: 'msdyn_sellable eq true',
    first: [company, currency],
  },
  {
    table: 'contacts',
    entity: 'CDS Contacts V2',
    version: '1.0.0.6',
    fields: 28,
    first: [company, { ...field('SALUTATION', 'salutation', '3'), valueTransforms: [] }],
  },
  { table: 'msdyn_vendors', entity: 'Vendors V2', version: '1.0.0.6', fields: 30, first: [company, currency] },
  {
    table: 'quotes',
    entity: 'CDS sales quotation header',
    version: '1.0.0.7',
    fields: 25,
    first: [company, currency, { ...field('CURRENCYCODE', 'msdyn_currencytext', '1') }, customer()],
  },
  {
    table: 'salesorders',
    entity: 'CDS sales order headers',
    version: '1.0.0.5',
    fields: 60,
    first: [company, currency, field('CURRENCYCODE', 'msdyn_currencytext', '1'), customer(), ...lookups(8)],
  },
  {
    table: 'invoices',
    entity: 'Sales invoice headers V2',
    version: '1.0.0.4',
    fields: 20,
    first: [company, customer()],
  },
  { table: 'msdyn_partypostaladdresses', entity: 'CDS Party postal address locations', version: '1.0.0.1', fields: 15 },
  { table: 'msdyn_postaladdresses', entity: 'CDS postal address history V2', version: '1.0.0.2', fields: 8 },
  { table: 'msdyn_addressroles', entity: 'CDS location roles', version: '1.0.0', fields: 2 },
  { table: 'msdyn_salutations', entity: 'Salutations', fields: 3 },
  { table: 'msdyn_loyaltylevels', entity: 'Loyalty levels', fields: 2 },
  { table: 'msdyn_contactforparties', entity: 'CDS Contacts V2', fields: 6, first: [company] },
  { table: 'msdyn_partyelectronicaddresses', entity: 'CDS Party electronic addresses', fields: 5 },
  { table: 'msdyn_genders', entity: 'Genders', fields: 1 },
  { table: 'uoms', entity: 'Units', fields: 1, first: [field('UNITSYMBOL', 'msdyn_symbol')] },
];

/** How many fields have which direction, written as a number or as a text. */
export const shippedDirections = [
  [3, 144],
  ['3', 121],
  ['1', 62],
  [1, 8],
  [2, 2],
] as const;

/** The nineteen maps. */
export function shippedMaps(): readonly MapRow[] {
  const directions = shippedDirections.flatMap(([direction, times]) => Array<string | number>(times).fill(direction));
  let field = 0;
  return plans.map((plan, index) => {
    const fields = fieldsOf(plan).map((document) => {
      // Steps of a prime spread every kind over all maps.
      const syncDirection = directions[(field * 7) % directions.length];
      field += 1;
      return { ...document, syncDirection };
    });
    const row = mapRow(plan.table, plan.entity, { ...plan, fields, isTerse: index >= 15 }, index);
    return plan.table === 'msdyn_parties' ? { ...row, msdyn_properties: brokenProperties } : row;
  });
}

/** What {@link mapRow} may be told. */
export interface MapDetails {
  readonly version?: string;
  readonly fields?: readonly FieldDocument[];
  readonly sourceFilter?: string;
  readonly reversedSourceFilter?: string;
  /** The way four of the maps are written: what says nothing is left out, and the file format is a word. */
  readonly isTerse?: boolean;
  readonly properties?: object;
}

/** One row, with as much as there is to say. */
export function mapRow(table: string, entity: string, details: MapDetails = {}, index = 0): MapRow {
  const { version = '1.0.0.0', properties = propertiesDocument(index) } = details;
  return {
    msdyn_dualwriteentitymapid: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    msdyn_name: `msdyn_[${table} - ${entity}]`,
    msdyn_displayname: `${table} - ${entity}`,
    msdyn_version: version,
    msdyn_mapping: JSON.stringify(mappingDocument(table, entity, details), null, index % 2 === 0 ? 2 : 0),
    msdyn_properties: JSON.stringify(properties),
    ismanaged: true,
    statecode: 0,
    statuscode: 1,
  };
}

/** The document of a mapping column. */
export function mappingDocument(table: string, entity: string, details: MapDetails = {}) {
  const { fields = [field('ID', 'name')], sourceFilter = '', reversedSourceFilter = '', isTerse = false } = details;
  const silent = (...names: readonly string[]) =>
    isTerse ? {} : Object.fromEntries(names.map((name) => [name, null]));
  return {
    name: `[${entity}] - [${table}]`,
    order: 0,
    ...silent('entityName', 'connectionSetName'),
    leftEnvironmentType: 'AX',
    centerEnvironmentType: 'CRM',
    rightEnvironmentType: 'UNDEFINED',
    leftEnvironment: '',
    centerEnvironment: '',
    ...silent('leftPartitionName', 'centerPartitionName'),
    legs: [
      {
        id: '001',
        sourceSchema: entity,
        sourceEnvironmentType: 'AX',
        sourceFilter,
        ...silent('sourceSchemaDistinctName', 'destinationSchemaDistinctName', 'isSourceFilterEditable'),
        destinationSchema: table,
        destinationEnvironmentType: 'CRM',
        reversedSourceFilter,
        fieldMappings: fields,
        ...silent('sourceMQuery', 'mashup', 'sourceEntitySchema', 'sourceProjectName', 'entityFile', 'entityFileInfo'),
        entityFileFormat: isTerse ? 'CSV' : 0,
        deleteNonMatchingData: false,
      },
    ],
  };
}

/** The document of a mapping from accounts to customers: its source is the table of Dataverse. */
export function mappingFromDataverse(fieldMappings: readonly FieldDocument[], filters: object = {}) {
  return {
    legs: [
      {
        sourceSchema: 'accounts',
        sourceEnvironmentType: 'CRM',
        destinationSchema: 'Customers V3',
        destinationEnvironmentType: 'AX',
        fieldMappings,
        ...filters,
      },
    ],
  };
}

/** A field, mapped both ways. */
export function field(
  sourceField: string,
  destinationField: string,
  syncDirection: string | number = 3,
): FieldDocument {
  return { syncDirection, sourceField, destinationField, isSystemGenerated: false };
}

/** A field that finds a row of another table. */
export function lookup(sourceField: string, destinationField: string, table: string): FieldDocument {
  return { ...field(sourceField, destinationField), destinationLookupFieldRelatedEntity: table };
}

function lookups(number: number): readonly FieldDocument[] {
  return Array.from({ length: number }, (_, index) =>
    lookup(`GROUP${index}ID`, `msdyn_group${index}.msdyn_groupid`, `msdyn_group${index}s`),
  );
}

function customer(): FieldDocument {
  return field('CUSTOMERNUMBER', 'customerid.Account(accountnumber).Contact(msdyn_contactpersonid)');
}

/** The fields of a plan: those that it names, then plain ones with transforms here and there. */
function fieldsOf({ fields, first = [] }: MapPlan): readonly FieldDocument[] {
  const others = Array.from({ length: fields - first.length }, (_, index): FieldDocument => {
    const plain = field(`FIELD${index}`, `msdyn_field${index}`);
    switch (index % 9) {
      case 3:
        return { ...plain, valueTransforms: [] };
      case 5:
        return { ...plain, valueTransforms: [valueMap({ Yes: 'True', No: 'false' })] };
      case 7:
        return {
          ...plain,
          sourceField: '',
          valueTransforms: [
            { transformType: 'Default', defaultValue: String(index), createValuesOnDestination: false },
          ],
        };
      default:
        return plain;
    }
  });
  return [...first, ...others];
}

/** A transform that maps values. */
export function valueMap(values: Readonly<Record<string, string>>) {
  return {
    $type: 'Contoso.Integrator.ValueMapTransform, Contoso.Integrator',
    transformType: 'ValueMap',
    valueMap: values,
    defaultValue: null,
    createValuesOnDestination: false,
  };
}

/** The document of a properties column; the keys of what is required vary in letter case. */
export function propertiesDocument(index: number): object {
  const solutions = { msdyn_Dynamics365FinanceExtended: '1.0.0.20', PartySolution: '3.0.2.1' };
  const application = '10.0.605.30025';
  return {
    TargetTypeList: [3, 1],
    Description: `Map number ${index}`,
    IsDualWriteProject: true,
    SkipInitialSync: false,
    ...(index % 3 === 0 ? { AreKeysMismatched: false, Tags: [] } : {}),
    TargetVersionInfo:
      index % 5 === 4
        ? null
        : index % 2 === 0
          ? { CRM: solutions, AX: { Application: application } }
          : { crm: solutions, ax: { application } },
  };
}

/** A column that lacks its last brace, and so breaks off at character 464. */
const brokenProperties = (() => {
  const rest =
    '"IsDualWriteProject":true,"SkipInitialSync":false,"TargetVersionInfo":{"CRM":{"PartySolution":"3.0.2.1"}}';
  const start = '{"TargetTypeList":[3,1],"Description":"';
  return `${start}${'x'.repeat(464 - start.length - rest.length - 2)}",${rest}`;
})();
