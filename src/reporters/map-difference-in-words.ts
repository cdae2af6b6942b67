import type { ComparedMap, ComparedVersion } from '../maps/compare-environments.js';
import type { MapDifference, MapDifferenceKind } from '../maps/map-difference.js';
import { startOf } from './escape.js';

/*
 * The words of comparisons of maps. Long texts are cut, but nothing here is escaped: each reporter does that for its format.
 */

/** `FIRSTNAME → firstname: its direction was both ways, is from source to destination` */
export function differenceInWords({ kind, leg, field, name, before, after }: MapDifference): string {
  const place = [
    ...(leg === null || leg === 0 ? [] : [`tables ${leg + 1}`]),
    ...(field === null
      ? []
      : [`${startOf(field.sourceField) || '(no source)'} → ${startOf(field.destinationField) || '(no destination)'}`]),
  ];
  const what = whatChanged[kind].replace('%', startOf(name ?? ''));
  const isWhole = kind.endsWith('added') || kind.endsWith('removed') ? isField(kind) : false;
  const change = isWhole ? '' : `: ${inShort(before)} → ${inShort(after)}`;
  return `${place.length === 0 ? '' : `${place.join(', ')}: `}${what}${change}`;
}

function isField(kind: MapDifferenceKind): boolean {
  return kind === 'field-added' || kind === 'field-removed';
}

const whatChanged: Readonly<Record<MapDifferenceKind, string>> = {
  'field-added': 'field added',
  'field-removed': 'field removed',
  'source-changed': 'source',
  'destination-changed': 'destination',
  'direction-changed': 'direction',
  'lookup-changed': 'table of the lookup',
  'field-property-changed': '%',
  'transform-added': 'transform added',
  'transform-removed': 'transform removed',
  'transform-changed': 'transform %',
  'transforms-reordered': 'order of the transforms',
  'value-added': 'value "%" added',
  'value-removed': 'value "%" removed',
  'value-changed': 'value "%"',
  'source-filter-changed': 'filter of the source',
  'destination-filter-changed': 'filter of the destination',
  'table-changed': '%',
  'leg-added': 'pair of tables added',
  'leg-removed': 'pair of tables removed',
  'leg-property-changed': '%',
  'integration-keys-changed': 'integration keys',
  'requirement-changed': 'required version of %',
  'property-changed': '%',
  'version-changed': 'version',
  'publisher-changed': 'publisher',
};

const directions: ReadonlyMap<unknown, string> = new Map([
  ['source-to-destination', 'from source to destination'],
  ['destination-to-source', 'from destination to source'],
  ['both', 'both ways'],
]);

function inShort(value: MapDifference['before']): string {
  if (value === null) return 'nothing';
  if (value === '') return '(empty)';
  const text = typeof value === 'string' ? (directions.get(value) ?? value) : JSON.stringify(value);
  return startOf(text, 160);
}

/** `1.0.0.5 of msdyn (assumed: the newest)` */
export function versionInWords(version: ComparedVersion | null): string {
  if (version === null) return 'none';
  const assumed = { active: ' (active)', only: '', newest: ' (assumed: the newest)' }[version.chosen];
  return `${startOf(version.version ?? 'without a version', 60)} of ${startOf(version.publisher ?? 'nobody', 60)}${assumed}`;
}

/** What a status says, as a heading. */
export const statusInWords: Readonly<Record<ComparedMap['status'], string>> = {
  different: 'Different',
  'only-before': 'Only before',
  'only-after': 'Only after',
  unknown: 'Not compared',
  same: 'The same',
};

/** The order in which statuses are shown: what must be looked at first. */
export const statusOrder = ['different', 'only-before', 'only-after', 'unknown', 'same'] as const;

/** The name of a map, or what stands for one. */
export function mapInWords(name: string): string {
  return name === '' ? '(without a name)' : startOf(name);
}
