/** `npm run site:serve`: builds the site and serves it on this computer. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { siteUrl } from '../src/reporters/site-url.js';
import { buildSite } from './build-site.js';
import { serveSite } from './serve-site.js';

const folder = join(fileURLToPath(new URL('.', import.meta.url)), 'dist');
const port = Number(process.env.PORT ?? 8080);
await buildSite(folder);
await serveSite(folder, port);
console.log(`http://localhost:${port}${new URL(siteUrl).pathname}`);
