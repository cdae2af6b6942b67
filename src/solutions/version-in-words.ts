import type { EntityMap } from '../maps/entity-map.js';

/** `1.0.0.6 of msdyn` */
export function versionInWords({ version = '(none)', publisher = 'nobody' }: EntityMap): string {
  return `${version} of ${publisher}`;
}
