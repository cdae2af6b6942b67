import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What asks the built command line or package. */
const built = [
  'test/cli/**/*.test.ts',
  'test/docs/commands.test.ts',
  'test/examples/*.test.ts',
  'test/package/contents.test.ts',
];

/** What reads the built site. */
const site = ['test/site/{links,pages}*.test.ts'];

/** Hundreds of runs of properties, and real sockets: some seconds each. */
const slow = [
  'test/reporters/{annotations,junit,markdown,sarif}.test.ts',
  'test/engine/{less-known,options,order}.test.ts',
  'test/fuzz/*.test.ts',
  'test/adapters/{bodies,live,privileges}.test.ts',
  'test/alerts/properties.test.ts',
  'test/diagnosis/growth.test.ts',
  'test/sync-errors/file-store-processes.test.ts',
];

/** What takes a browser, an installation or minutes. */
const long = [
  'test/adapters/fault-matrix.test.ts',
  'test/browser/**/*.test.ts',
  'test/site/pptb-in-browser.test.ts',
  'test/engine/properties.test.ts',
  'test/examples/runners.test.ts',
  'test/package/!(contents).test.ts',
  'test/reporters/{html,html-activity,maps,sync-error-page}.test.ts',
  'test/scripts/**/*.test.ts',
  'test/site/{browser,collect,workbench}*.test.ts',
];

const all = ['test/**/*.test.ts'];
const shared = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  chaiConfig: { truncateThreshold: 300 }, // titles hold whole sentences
  setupFiles: ['test/support/fuzz.ts'],
};
const setUp = ['test/support/fresh-build.ts'];

export default defineConfig({
  test: {
    // Not in `node_modules`, which a copy of the repository may have in common with this one.
    experimental: { fsModuleCache: true, fsModuleCachePath: fileURLToPath(new URL('.cache/modules', import.meta.url)) },
    maxWorkers: availableParallelism(), // Vitest leaves one core idle, which on two cores is half of them
    projects: [
      // `npm run test:unit`. One module graph for all files: reading the sources is most of the time.
      {
        test: { ...shared, name: 'unit', include: all, exclude: [...built, ...site, ...slow, ...long], isolate: false },
      },
      // These too: `npm test`.
      { test: { ...shared, name: 'slow', include: slow } },
      { test: { ...shared, name: 'built', include: built, exclude: long, globalSetup: setUp } },
      { test: { ...shared, name: 'site', include: site, globalSetup: ['test/support/fresh-site.ts'] } },
      // And these: `npm run test:all`.
      { test: { ...shared, name: 'long', include: long, globalSetup: [...setUp, 'test/support/fresh-site.ts'] } },
    ],
  },
});
