import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

// NOTICE names every package whose code the build puts into `dist`.
const root = fileURLToPath(new URL('../..', import.meta.url));
const notice = readFileSync(join(root, 'NOTICE'), 'utf8').replaceAll(/\s+/g, ' ');
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const library = Object.keys(dependencies);

/** The packages that a bundle has code of. */
async function packagesIn(entry: string, external: readonly string[], platform: 'node' | 'browser' = 'node') {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform,
    external: [...external],
  });
  const [output] = Object.values(metafile.outputs);
  const inputs = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const names = inputs.flatMap(([path]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  return [...new Set(names)].sort();
}

const pipeline = 'src/adapters/odata/rest-pipeline.ts';
test.each([
  ['the library', 'src/inputs/index.ts', [...library, '#rest-pipeline'], 'node', 'zod'],
  ['the pipeline for Node', pipeline, ['supports-color'], 'node', 'https-proxy-agent'],
  ['the pipeline for browsers', pipeline, [], 'browser', '@typespec/ts-http-runtime'],
  ['the command line', 'src/cli/bin.ts', ['vitest', '@azure/identity', 'supports-color'], 'node', 'commander'],
] as const)('NOTICE names what is bundled into %s', async (_title, entry, external, platform, one) => {
  const packages = await packagesIn(entry, external, platform);
  expect(packages).toContain(one);
  expect(packages.filter((name) => !new RegExp(`(?<![\\w/-])${name}(?![\\w/-])`).test(notice))).toEqual([]);
});
