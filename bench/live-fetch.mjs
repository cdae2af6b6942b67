/**
 * The pages of a live check by plain `fetch`, one after the other; every parsed row is held once. Prints what it took as JSON,
 * [milliseconds, kilobytes at the peak]. Argument: a file with the requests.
 */
import { readFileSync } from 'node:fs';

const requests = JSON.parse(readFileSync(process.argv[2], 'utf8'));
await fetch('data:,'); // Node loads its client with the first call; the check has loaded its own before the clock starts

const pages = [];
const start = performance.now();
for (const { url, method, headers } of requests) {
  const response = await fetch(url, { method, headers });
  pages.push(await response.json());
}
const time = performance.now() - start;

const rows = pages.reduce((sum, { value }) => sum + (Array.isArray(value) ? value.length : 0), 0);
if (rows < 27_300) throw new Error(`only ${rows} rows`);
console.log(JSON.stringify([time, process.resourceUsage().maxRSS]));
