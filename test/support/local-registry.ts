import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A registry on this machine. It keeps what is published to it, and sends npm to another registry for everything else. */
export interface LocalRegistry {
  readonly url: string;
  /** The archives that were published, by their names. */
  readonly archives: ReadonlyMap<string, Buffer>;
  readonly close: () => Promise<void>;
}

/** The document of a package, as npm sends it to a registry and reads it from there. */
interface PackageDocument {
  readonly name: string;
  readonly versions: Readonly<Record<string, { readonly dist: { readonly tarball: string } }>>;
  readonly _attachments?: Readonly<Record<string, { readonly data: string }>>;
}

/** @param others - the registry of all other packages, with a slash at its end */
export async function startLocalRegistry(others: string): Promise<LocalRegistry> {
  const documents = new Map<string, PackageDocument>();
  const archives = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname.slice(1));
    const archive = archives.get(path.replace(/.*\/-\//, ''));
    if (request.method === 'PUT') await publish(path, request, response);
    else if (archive !== undefined) response.end(archive);
    else if (documents.has(path)) answer(response, 200, documents.get(path));
    else if (path.startsWith('dual-write-health')) answer(response, 404, { error: 'not found' });
    else response.writeHead(302, { location: new URL(request.url?.slice(1) ?? '', others).href }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // Safe: the server listens on a port.

  /** As a registry does it: only for those who sign in, and a version once. */
  async function publish(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (request.headers.authorization !== `Bearer ${tokenOfLocalRegistry}`)
      return answer(response, 401, { error: 'who is this?' });
    const { _attachments = {}, ...document }: PackageDocument = JSON.parse(Buffer.concat(chunks).toString());
    const known = documents.get(path)?.versions ?? {};
    if (Object.keys(document.versions).some((version) => version in known))
      return answer(response, 403, { error: 'this version is already there' });
    documents.set(path, { ...document, versions: { ...known, ...document.versions } });
    for (const [file, { data }] of Object.entries(_attachments)) archives.set(file, Buffer.from(data, 'base64'));
    answer(response, 201, { ok: true });
  }

  return {
    url: `http://127.0.0.1:${port}/`,
    archives,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

export const tokenOfLocalRegistry = 'rehearsal';

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
