import type { SelectedVersion, SelectVersionFault } from '../../maps/select-version.js';
import { defineCommand } from '../define-command.js';
import { documentFormats } from '../document-formats.js';
import { parseVersionText } from '../parse-value.js';
import type { ChosenVersion } from '../run/maps-use.js';

export const mapsUse = defineCommand({
  path: 'maps use',
  summary: 'which version of a map would be used, and how to choose it',
  description:
    'Say which saved version of a map would be used and why, and how to choose it on the Dual-write page. It changes nothing.',
  exitCodes: { 0: 'a version is selected', 1: 'none can be', 2: 'one is, but a newer one may be saved' },
  guide: 'maps.md',
  arguments: {
    files: {
      type: 'files',
      description:
        'rows of msdyn_dualwriteentitymaps, answers of Dataverse, a backup, a snapshot, a HAR file, a solution (.zip, unpacked folder or customizations.xml), or - for standard input',
    },
  },
  options: {
    map: { type: 'text', value: 'name', isRequired: true, description: 'the map' },
    version: {
      type: 'parsed',
      value: 'version',
      parse: parseVersionText,
      description: 'this version (default: the newest that is not parked)',
    },
    publisher: {
      type: 'text',
      value: 'name',
      description: 'a version of this publisher; required if there are several',
    },
  },
  load: () => import('../run/maps-use.js'),
  renderers: documentFormats(
    'map-version',
    async () => {
      const { selectedVersionDocument } = await import('../../reporters/documents/selected-version-document.js');
      return ({ map, chosen, ...read }: ChosenVersion) => selectedVersionDocument(map, chosen, read);
    },
    ({ chosen, ...about }) => ({ ...about, ...jsonOf(chosen) }),
  ),
  examples: [
    'dual-write-health maps use rows.json --map "accounts - Customers V3"',
    'dual-write-health maps use rows.json --map "accounts - Customers V3" --version 1.0.0.5 --publisher Contoso',
  ],
});

/** The row is in the files: what identifies it is enough. */
function jsonOf(chosen: SelectedVersion | SelectVersionFault): object {
  if ('type' in chosen) return { selected: null, fault: chosen };
  const { map, reason, why } = chosen;
  const { id = null, version = null, publisher = null, isManaged = null } = map;
  return { selected: { id, version, publisher, isManaged, reason, why }, fault: null };
}
