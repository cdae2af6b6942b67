import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { symptoms } from '../src/diagnosis/symptoms.js';

/** The scripts of the pages, in the first folder of the site. What several share is loaded once. */
export async function buildScripts(root: string, out: string): Promise<void> {
  await writeFile(join(out, 'symptoms.json'), JSON.stringify(symptoms));
  await build({
    absWorkingDir: root,
    entryPoints: { site: 'site/pages/site.ts', front: 'site/box/front.ts' },
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2023',
    charset: 'utf8',
    minify: true,
    chunkNames: '[name]-[hash]',
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [symptomsAsData, withoutPictures],
  });
}

/** The symptoms are data that is searched, as the index is: a file of its own, not a script. */
const symptomsAsData: Plugin = {
  name: 'symptoms as data',
  setup(own) {
    own.onLoad({ filter: /diagnosis[\\/]symptoms\.ts$/ }, () => ({
      contents: "export const symptoms = await (await fetch(new URL('symptoms.json', import.meta.url))).json();",
    }));
  },
};

/** An explanation has no pictures. */
const withoutPictures: Plugin = {
  name: 'without pictures',
  setup(own) {
    own.onLoad({ filter: /reporters[\\/]html[\\/]page-picture\.ts$/ }, () => ({
      contents: 'export function pagePicture() {}',
    }));
  },
};
