import { onlyObject, type RecognizeJson } from '../json-content.js';

/** A bundle of maps, as `maps backup` writes it. Its checksums are compared where it is used. */
export const mapBackup: RecognizeJson = (content) => {
  const value = onlyObject(content);
  return value?.kind === 'map-backup' ? { kind: 'map-backup', backup: value, lacks: [] } : undefined;
};
