import type { Facts } from '../../facts/schemas.js';
import { isRecord, propertyOf, textOf, versionOf } from '../lenient-json.js';

type EntityMap = Facts['entityMaps'][number];

/** A map as the Dual-write page lists it. */
export interface CapturedMap extends Omit<EntityMap, 'requires' | 'requiresApplication' | 'dependsOn'> {
  readonly version: string | undefined;
}

/** The state numbers of the management gateway. */
const states: Readonly<Record<string, EntityMap['state']>> = {
  1: 'stopped',
  2: 'initializing',
  3: 'resuming',
  4: 'running',
  5: 'paused',
  6: 'not-running',
};

/** A map object of a capture; `undefined` if its sides cannot be determined. */
export function capturedMapOf(value: unknown): CapturedMap | undefined {
  const detail = propertyOf(value, 'detail');
  const template = propertyOf(detail, 'template');
  const left = propertyOf(value, 'leftEntity');
  const right = propertyOf(value, 'rightEntity');
  const isSwapped = textOf(left, 'targetType')?.toUpperCase() === 'CRM';
  const [finops, dataverse] = isSwapped ? [right, left] : [left, right];
  const name = textOf(detail, 'tName') ?? textOf(template, 'name');
  const dataverseTable = textOf(dataverse, 'name') ?? textOf(dataverse, 'displayName');
  const finopsEntity = entityAfter(dataverseTable, name) ?? textOf(finops, 'displayName') ?? textOf(finops, 'name');
  if (dataverseTable === undefined || finopsEntity === undefined) return undefined;
  return {
    name: name ?? `${dataverseTable} - ${finopsEntity}`,
    dataverseTable,
    finopsEntity,
    projectName: propertyOf(detail, 'isProjectDeleted') === true ? undefined : textOf(detail, 'pid'),
    state: states[String(propertyOf(detail, 'state') ?? '').trim()] ?? 'unknown',
    version: versionOf(propertyOf(template, 'version')),
    publisher: textOf(template, 'author'),
  };
}

export function isCapturedMap(value: unknown): boolean {
  return isRecord(value) && isRecord(propertyOf(value, 'leftEntity')) && isRecord(propertyOf(value, 'rightEntity'));
}

/** `Units` of `uoms - Units`: the name of a map contains the entity in the same form as the configurations. */
function entityAfter(dataverseTable: string | undefined, name: string | undefined): string | undefined {
  const start = `${dataverseTable} - `.toLowerCase();
  if (name?.toLowerCase().startsWith(start) !== true) return undefined;
  const rest = name.slice(start.length).trim();
  return rest === '' ? undefined : rest;
}
