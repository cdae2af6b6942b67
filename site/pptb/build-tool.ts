import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { style } from '../../src/reporters/html/style.js';
import { bundled } from '../workbench/build-workbench.js';
import { toolManifest, toolShrinkwrap } from './tool-manifest.js';
import { toolPage } from './tool-page.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Writes the npm package of the tool into a folder, which is emptied before. ToolBox serves what is in its `dist`. */
export async function buildTool(out: string): Promise<void> {
  const dist = join(out, 'dist');
  await rm(out, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  await Promise.all([
    writeFile(join(out, 'package.json'), asJson(toolManifest(version))),
    writeFile(join(out, 'npm-shrinkwrap.json'), asJson(toolShrinkwrap(version))),
    cp(join(root, 'site/pptb/README.md'), join(out, 'README.md')),
    cp(join(root, 'LICENSE'), join(out, 'LICENSE')),
    cp(join(root, 'NOTICE'), join(out, 'NOTICE')),
    cp(join(root, 'site/pages/icon.svg'), join(dist, 'icon.svg')),
    writeFile(join(dist, 'index.html'), await toolPage()),
    writeFile(join(dist, 'tool.js'), await bundled('../pptb/tool.ts', 'iife')),
    writeFile(join(dist, 'worker.js'), await bundled('worker.ts', 'iife')),
    writeFile(join(dist, 'tool.css'), await toolStyle()),
  ]);
}

/** One set of styles for reports, the workbench and the tool. */
async function toolStyle(): Promise<string> {
  const own = ['site/workbench/workbench.css', 'site/pptb/toolbox.css'].map((file) =>
    readFile(join(root, file), 'utf8'),
  );
  const { code } = await transform([style, ...(await Promise.all(own))].join('\n'), { loader: 'css', minify: true });
  return code;
}

function asJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
