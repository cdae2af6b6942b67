import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serveSite } from '../../site/serve-site.js';
import { siteUrl } from '../../src/reporters/site-url.js';

const base = new URL(siteUrl).pathname;

test.each([
  ['its page', base, 200],
  ['its page, with a question', `${base}?a=b`, 200],
  ['another page', `${base}other/`, 404],
  ['what is above the folder', `${base}../../package.json`, 404],
  ['the same, encoded', `${base}%2e%2e/%2e%2e/package.json`, 404],
  ['what is not an encoding', `${base}%`, 404],
  ['another place', '/', 302],
  ['two slashes', '//', 302],
])('%s', async (_, path, status) => {
  const folder = mkdtempSync(join(tmpdir(), 'served-'));
  writeFileSync(join(folder, 'index.html'), 'the page');
  const server = await serveSite(folder);
  try {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const answered = await new Promise<number | undefined>((resolve, reject) => {
      // Not through URL, which changes paths.
      get({ host: '127.0.0.1', port, path }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).on('error', reject);
    });
    expect(answered).toBe(status);
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});
