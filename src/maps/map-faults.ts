import type { EntityMap } from './entity-map.js';
import type { MapColumn } from './map-column.js';

/** Faults of the columns of a map and unexpected content in them, in words. */
export function mapFaults({ columns, issues }: EntityMap): readonly string[] {
  return [
    ...columnFaults('mapping', columns.mapping),
    ...columnFaults('properties', columns.properties),
    ...issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)),
  ];
}

/** What is wrong with a column, in words. */
export function columnFaults(name: string, column: MapColumn): readonly string[] {
  switch (column.status) {
    case 'absent':
      return name === 'mapping' ? ['mapping: there is none'] : [];
    case 'read':
      return [];
    case 'repaired':
      return [`${name}: truncated at character ${column.fault.position}, read as if its last brace were there`];
    case 'broken':
      return [`${name}: not JSON at character ${column.fault.position}: ${column.fault.because}`];
  }
}
