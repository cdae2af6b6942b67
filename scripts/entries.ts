/** The entries of the package, and their sources. */
export const entries = {
  index: 'src/index.ts',
  reporters: 'src/reporters/index.ts',
  node: 'src/node/index.ts',
  testing: 'src/testing/index.ts',
  adapters: 'src/adapters/index.ts',
  diagnosis: 'src/diagnosis/index.ts',
  'sync-errors': 'src/sync-errors/index.ts',
  alerts: 'src/alerts/index.ts',
  activity: 'src/activity/index.ts',
  maps: 'src/maps-and-solutions.ts',
  inputs: 'src/inputs/index.ts',
};
