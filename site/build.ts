/** `npm run site`: writes the site to `site/dist`, and beside it how long that took. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSite } from './build-site.js';

const folder = fileURLToPath(new URL('dist', import.meta.url));
const start = performance.now();
await buildSite(folder);
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage();
await writeFile(join(folder, 'built.json'), JSON.stringify({ seconds, cpuSeconds: (user + system) / 1e6 }));
console.log(`site/dist written in ${seconds.toFixed(1)} s`);
