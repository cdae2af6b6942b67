import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { moduleRunnerTransform } from 'vite';
import { withSourceAddresses } from '../with-source-addresses.js';
import { hashOf } from './instrument.js';

/**
 * A test file with all sources that it imports, as the body of an asynchronous function: each call evaluates all of them again,
 * which takes milliseconds, so that no mutant leaves anything behind for the next one.
 */
export async function bundleTest(
  root: string,
  file: string,
  sources: ReadonlyMap<string, string>,
): Promise<{ readonly code: string; readonly hash: string }> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    keepNames: true,
    logLevel: 'silent',
    plugins: [withSourceAddresses(sources)],
  });
  const bundle = outputFiles[0]?.text ?? '';
  const result = await moduleRunnerTransform(bundle, null, file, bundle);
  if (result === null) throw new Error(`${file} cannot be bundled`);
  const tests = Object.keys(metafile.inputs).filter((path) => path.startsWith('test/'));
  return { code: result.code, hash: hashOf(tests.map((path) => readFileSync(join(root, path), 'utf8')).join('\0')) };
}
