import type { ComparedMap } from '../maps/compare-environments.js';
import type { MapDifference, MapDifferenceKind } from '../maps/map-difference.js';
import type { Inline } from './document.js';
import { startOf } from './escape.js';
import { name } from './inlines.js';

/*
 * The words of maps, their versions and what is different between them.
 */

/** `FIRSTNAME → firstname: direction: both ways → from source to destination` */
export function differenceInWords({ kind, leg, field, name: what, before, after }: MapDifference): Inline {
  const [start = '', end] = whatChanged[kind].split('%');
  const isWhole = kind === 'field-added' || kind === 'field-removed';
  return [
    leg === null || leg === 0 ? '' : ['tables ', leg + 1, field === null ? ': ' : ', '],
    field === null
      ? ''
      : [side(field.sourceField, '(no source)'), ' → ', side(field.destinationField, '(no destination)'), ': '],
    end === undefined || what === null ? start.trimEnd() : [start, name(what), end],
    isWhole ? '' : [': ', inShort(before), ' → ', inShort(after)],
  ];
}

/** `mapping not compared: only one side has it` */
export function uncomparedInWords({ part, because }: EnvironmentMapPart): Inline {
  return `${part} not compared: ${because}`;
}

type EnvironmentMapPart = ComparedMap['notCompared'][number];

function side(field: string, otherwise: string): Inline {
  return field === '' ? otherwise : name(field);
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

function inShort(value: MapDifference['before']): Inline {
  if (value === null) return 'nothing';
  if (value === '') return '(empty)';
  return directions.get(value) ?? name(typeof value === 'string' ? value : JSON.stringify(value));
}

/** `1.0.0.5 of msdyn` */
export function versionInWords({ version, publisher }: Saved): Inline {
  return [
    version === null || version === '' ? 'without a version' : name(version),
    ' of ',
    publisher === null || publisher === '' ? 'an unknown publisher' : name(publisher),
  ];
}

interface Saved {
  readonly version: string | null;
  readonly publisher: string | null;
}

/** The name of a map in a document. */
export function mapName(text: string): Inline {
  return text === '' ? mapInWords(text) : name(text);
}

/** The name of a map in a picture, or what is shown for one without. */
export function mapInWords(name: string): string {
  return name === '' ? '(without a name)' : startOf(name);
}
