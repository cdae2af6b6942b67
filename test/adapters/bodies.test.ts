import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { finopsAdapter } from '../../src/adapters/index.js';
import { answering, credential, readOne, retry, serve } from '../support/live-reading.js';

describe('the bytes of an answer', () => {
  const body = JSON.stringify({ value: [{ LegalEntityId: 'FRSI', Name: 'Société Générale' }] });
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');
  const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();
  const readBytes = async (contentType: string, bytes: Buffer, headers: Record<string, string> = {}) => {
    const server = await serve(
      {},
      {
        fault: ({ path }, response) => {
          if (!path.endsWith('LegalEntities')) return false;
          response.writeHead(200, { 'Content-Type': contentType, ...headers }).end(bytes);
          return true;
        },
      },
    );
    return readOne(finopsAdapter({ url: server.url, credential, retry }), 'legalEntities');
  };
  const right = { status: 'known', value: [{ code: 'FRSI', name: 'Société Générale' }] };

  test.each<[string, string, Buffer]>([
    ['UTF-8', 'application/json', Buffer.from(body)],
    ['UTF-8 with a mark', 'application/json; charset=utf-8', Buffer.from(`\uFEFF${body}`)],
    ['Latin-1', 'application/json; charset=ISO-8859-1', Buffer.from(body, 'latin1')],
    [
      'Latin-1 in quotation marks',
      'application/json;charset="latin1"; odata.metadata=minimal',
      Buffer.from(body, 'latin1'),
    ],
    ['UTF-16, little end first', 'application/json; charset=utf-16le', utf16(body)],
    ['UTF-16, big end first', 'application/json; charset=utf-16be', swapped(utf16(body))],
    ['UTF-16 by its mark', 'application/json', utf16(`\uFEFF${body}`)],
    ['UTF-16 by its mark, big end first', 'application/json; charset=utf-16', swapped(utf16(`\uFEFF${body}`))],
  ])('%s is read as it says', async (_name, contentType, bytes) => {
    expect(await readBytes(contentType, bytes)).toEqual(right);
  });

  test('Windows-1252 has its quotation marks', async () => {
    const bytes = Buffer.from(body.replace('Société Générale', 'L\x92\xc9t\xe9 \x80'), 'latin1');
    const fact = { status: 'known', value: [{ code: 'FRSI', name: 'L’Été €' }] };
    expect(await readBytes('application/json; charset=windows-1252', bytes)).toEqual(fact);
  });

  test.each<[string, string, Buffer]>([
    ['Latin-1 declared as UTF-8', 'application/json; charset=utf-8', Buffer.from(body, 'latin1')],
    ['Latin-1 that says nothing', 'application/json', Buffer.from(body, 'latin1')],
    ['UTF-16 that says nothing', 'application/json', utf16(body)],
    ['UTF-16 the wrong way round', 'application/json; charset=utf-16be', utf16(body)],
    ['an unknown character set', 'application/json; charset=x-klingon', Buffer.from(body)],
    ['UTF-32', 'application/json; charset=utf-32', Buffer.from(body)],
  ])('%s is malformed', async (_name, contentType, bytes) => {
    expect(await readBytes(contentType, bytes)).toMatchObject({ status: 'unknown', reason: 'malformed' });
  });

  test('a packed answer is unpacked', async () => {
    const packed = { 'Content-Encoding': 'gzip' };
    expect(await readBytes('application/json', gzipSync(body), packed)).toEqual(right);
    expect(await readBytes('application/json; charset=latin1', gzipSync(Buffer.from(body, 'latin1')), packed)).toEqual(
      right,
    );
  });

  test('what comes out of a packed answer is not unpacked again', async () => {
    const fact = await readBytes('application/json', gzipSync(gzipSync(body)), { 'Content-Encoding': 'gzip' });
    expect(fact).toMatchObject({ status: 'unknown', reason: 'malformed' });
  });

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['ends in the middle', (bytes) => bytes.subarray(0, bytes.length - 12)],
    ['has a broken middle', (bytes) => Buffer.concat([bytes.subarray(0, 30), Buffer.from('xxxx'), bytes.subarray(34)])],
  ])('a packed answer that %s is not data', async (_name, change) => {
    const fact = await readBytes('application/json', change(gzipSync(body)), { 'Content-Encoding': 'gzip' });
    expect(fact).toMatchObject({ status: 'unknown', reason: 'not-connected' });
  });

  test('a connection that breaks in the middle of a packed answer is tried again', async () => {
    let tries = 0;
    const server = await serve(
      {},
      {
        fault: ({ path }, response) => {
          if (!path.endsWith('LegalEntities')) return false;
          tries += 1;
          const bytes = gzipSync(body);
          response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
          if (tries === 2) response.end(bytes);
          else response.write(bytes.subarray(0, 40), () => setTimeout(() => response.destroy(), 10));
          return true;
        },
      },
    );
    const start = performance.now();
    expect(await readOne(finopsAdapter({ url: server.url, credential, retry }), 'legalEntities')).toEqual(right);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('a refusal stays one, whatever its body', async () => {
    const endless = (response: ServerResponse) => {
      response.writeHead(403, { 'Content-Type': 'application/json' });
      const timer = setInterval(() => response.write('x'.repeat(4_096)), 1);
      response.on('close', () => clearInterval(timer));
    };
    const broken = (response: ServerResponse) => {
      response.writeHead(403, { 'Content-Type': 'application/json', 'Content-Length': '100' });
      response.write('{"error":');
      setTimeout(() => response.destroy(), 5);
    };
    const slow = (response: ServerResponse) => {
      response.writeHead(403, { 'Content-Type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 200);
      response.on('close', () => clearInterval(timer));
    };
    for (const answer of [endless, broken, slow]) {
      const server = await serve({}, { fault: answering(/LegalEntities$/, answer) });
      const fact = await readOne(finopsAdapter({ url: server.url, credential, retry }), 'legalEntities');
      expect(fact).toMatchObject({ status: 'unknown', reason: 'not-permitted' });
    }
  });
});
