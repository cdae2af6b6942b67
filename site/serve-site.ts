import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { siteUrl } from '../src/reporters/site-url.js';
import { contentSecurityPolicy } from './content-security-policy.js';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Serves a folder on loopback as static hosting does: under the path of the site, with its policy. Whoever starts it closes it. */
export function serveSite(folder: string, port = 0): Promise<Server> {
  const base = new URL(siteUrl).pathname;
  const server = createServer(async ({ url = '/' }, response) => {
    const [pathname = ''] = url.split(/[?#]/);
    if (!pathname.startsWith(base)) return response.writeHead(302, { location: base }).end();
    const file = await fileAt(folder, pathname.slice(base.length));
    response.writeHead(file === undefined ? 404 : 200, {
      'content-security-policy': contentSecurityPolicy,
      'content-type': file?.type ?? 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(file?.content ?? (await readFile(join(folder, '404.html')).catch(() => 'not found')));
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

async function fileAt(folder: string, path: string) {
  const file = normalize(join(folder, decoded(path).replace(/(^|\/)$/, '$1index.html')));
  if (!file.startsWith(folder + sep)) return undefined;
  const content = await readFile(file).catch(() => undefined);
  return content && { content, type: types[extname(file)] ?? 'application/octet-stream' };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
