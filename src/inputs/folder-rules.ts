/** How deep folders are looked into. */
export const deepestFolder = 3;

/** How many files of a folder are read. */
export const mostFilesOfFolder = 1_000;

/** Whether a file or a folder of this name is passed over: what tools keep for themselves. */
export function isLeftOut(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Whether a folder of this name holds the maps of an unpacked solution. */
export function isFolderOfMaps(name: string): boolean {
  return /dualwriteentitymap/i.test(name);
}

/** Whether a file of an unpacked solution says something about its maps. */
export function isPartOfSolution(path: string): boolean {
  return /(?:^|[\\/])(?:solution|customizations)\.xml$/i.test(path) || (/\.xml$/i.test(path) && isFolderOfMaps(path));
}
