import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'rolldown';
import { symptoms } from '../src/diagnosis/symptoms.js';
import { forBrowsers } from './for-browsers.js';

/** The scripts of the pages, in the first folder of the site. What several share is loaded once. */
export async function buildScripts(root: string, out: string): Promise<void> {
  await writeFile(join(out, 'symptoms.json'), JSON.stringify(symptoms));
  await build({
    ...forBrowsers,
    input: { site: join(root, 'site/pages/site.ts'), front: join(root, 'site/box/front.ts') },
    plugins: [lighter],
    output: { dir: out, format: 'esm', minify: true, comments: false, chunkFileNames: '[name]-[hash].js' },
  });
}

const lighter: Plugin = {
  name: 'lighter',
  load(id) {
    // The symptoms are data that is searched, as the index is: a file of its own, not a script.
    if (/diagnosis[\\/]symptoms\.ts$/.test(id))
      return "export const symptoms = await (await fetch(new URL('symptoms.json', import.meta.url))).json();";
    // An explanation has no pictures.
    return /reporters[\\/]html[\\/]page-picture\.ts$/.test(id) ? 'export function pagePicture() {}' : undefined;
  },
};
