/** `npm run bench`: bundles the benchmarks with the sources, as a package is, and runs them. What runs sources as they are is slower. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { withSourceAddresses } from '../scripts/with-source-addresses.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.cache/bench');

await build({
  absWorkingDir: root,
  entryPoints: ['main', 'har', 'sync-errors', 'first-call'].map((name) => `bench/${name}.ts`),
  outdir: folder,
  bundle: true,
  splitting: true,
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  platform: 'node',
  target: 'node20',
  packages: 'external',
  plugins: [withSourceAddresses()],
});
const env = { ...process.env, BENCH_FOLDER: folder };
process.exitCode =
  spawnSync(process.execPath, [join(folder, 'main.mjs'), ...process.argv.slice(2)], { stdio: 'inherit', env }).status ??
  1;
