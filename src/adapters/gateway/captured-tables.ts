import { isBlank, nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import { listOf, propertyOf, textOf } from '../lenient-json.js';

type Table = Facts['tableMetadata'][number];

/** How deep schemas are: in a list of answers, in an environment of a connection set, or in a leg of field mappings. */
const deepest = 10;

/**
 * The tables that dual-write keeps in the schemas of a connection set, or beside field mappings, with their integration keys. Field
 * mappings without schemas only name their tables: which columns those have is not known from them.
 */
export function capturedTables(captured: unknown): readonly Table[] {
  const tables: Table[] = [];
  collect(captured, undefined, 0);
  return tables;

  function collect(value: unknown, side: Table['side'] | undefined, depth: number): void {
    if (depth > deepest || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) for (const item of value) collect(item, side, depth + 1);
    else if (Array.isArray(propertyOf(value, 'fieldMappings'))) collectLeg(value, depth);
    else {
      const own = sideOf(textOf(value, 'targetType')) ?? side;
      if (own !== undefined && isSchema(value)) tables.push(...tableOf(value, own));
      else for (const item of Object.values(value)) collect(item, own, depth + 1);
    }
  }

  function collectLeg(leg: unknown, depth: number): void {
    const isSwapped = sideOf(textOf(leg, 'sourceEnvironmentType')) === 'dataverse';
    for (const end of ['source', 'destination'] as const) {
      const side = (end === 'source') === isSwapped ? 'dataverse' : 'finops';
      const name = textOf(leg, `${end}Schema`);
      const before = tables.length;
      collect(propertyOf(leg, `${end}EntitySchema`), side, depth + 1);
      if (tables.length === before && name !== undefined) tables.push({ side, name });
    }
  }
}

/** `AX` is finance and operations; `CRM`, and a text with `CDS`, is Dataverse. */
function sideOf(targetType: string | undefined): Table['side'] | undefined {
  if (targetType === undefined) return undefined;
  if (targetType.toUpperCase() === 'AX') return 'finops';
  return /^CRM$|CDS/i.test(targetType) ? 'dataverse' : undefined;
}

function isSchema(value: unknown): boolean {
  return Array.isArray(propertyOf(value, 'fields')) && textOf(value, 'name') !== undefined;
}

/** The table of a schema; none if it has no name. */
function tableOf(schema: unknown, side: Table['side']): readonly Table[] {
  const name = textOf(schema, 'name');
  if (name === undefined) return [];
  // Maps name entities by their display names, tables never.
  const displayName = side === 'finops' ? textOf(schema, 'displayName') : undefined;
  const columns = listOf(schema, 'fields').flatMap(columnOf);
  const keys = propertyOf(schema, 'keys');
  const company = propertyOf(schema, 'primaryCompanyContextField');
  return [
    {
      side,
      name,
      ...(displayName === undefined || nameKey(displayName) === nameKey(name) ? {} : { otherNames: [displayName] }),
      companySpecific: typeof company === 'string' ? !isBlank(company) : undefined,
      // A schema without fields has not been read yet.
      columns: columns.length === 0 ? undefined : columns,
      ...(Array.isArray(keys) ? keysOf(keys) : {}),
    },
  ];
}

function columnOf(field: unknown): NonNullable<Table['columns']> {
  const name = textOf(field, 'name');
  if (name === undefined) return [];
  const details = propertyOf(field, 'typeDetails');
  const target = textOf(details, 'relatedEntity');
  return [
    {
      name,
      type: textOf(details, 'type'),
      required: flagOf(field, 'isRequired'),
      readOnly: flagOf(field, 'isReadonly'),
      ...(target === undefined ? {} : { lookupTargets: [target] }),
    },
  ];
}

/**
 * The key that dual-write matches rows by is the one marked as such, where it is one. Keys that people put together, and those that
 * dual-write brings, are not keys of the table: where there are such, its alternate keys are not known.
 */
function keysOf(keys: readonly unknown[]): Pick<Table, 'alternateKeys' | 'integrationKey'> {
  const [key, ...others] = keys.filter((one) => flagOf(one, 'isIntegrationKey') === true).map(fieldsOf);
  const isOfTable = keys.every((one) => !flagOf(one, 'isCustomized') && !flagOf(one, 'isHardcoded'));
  const own = keys.filter((one) => flagOf(one, 'isPrimaryKey') !== true).map(fieldsOf);
  return {
    alternateKeys: isOfTable ? own.filter((fields) => fields.length > 0) : undefined,
    integrationKey: others.length === 0 && key !== undefined && key.length > 0 ? key : undefined,
  };
}

function fieldsOf(key: unknown): readonly string[] {
  return listOf(key, 'fields').flatMap((field) =>
    typeof field === 'string' ? field.trim() : (textOf(field, 'name') ?? []),
  );
}

function flagOf(holder: unknown, name: string): boolean | undefined {
  const value = propertyOf(holder, name);
  return typeof value === 'boolean' ? value : undefined;
}
