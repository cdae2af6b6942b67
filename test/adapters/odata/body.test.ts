import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import {
  createHttpHeaders,
  createPipelineRequest,
  type PipelineRequest,
  type PipelineResponse,
  RestError,
} from '@azure/core-rest-pipeline';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { bodyPolicy, tooLarge } from '../../../src/adapters/odata/body.js';

const url = 'https://contoso.crm4.dynamics.com/api/data/v9.2/teams';
const json = 'application/json; charset=utf-8';
/** What is read of a refusal. */
const most = 65_536;

type Streams = Pick<PipelineResponse, 'readableStreamBody' | 'browserStreamBody' | 'bodyAsText'>;

interface Given extends Streams {
  readonly status?: number;
  readonly contentType?: string | undefined;
  readonly request?: PipelineRequest;
}

/** The response after the policy has read it. */
function read({ status = 200, contentType = json, request = createPipelineRequest({ url }), ...streams }: Given) {
  const headers = createHttpHeaders(contentType === '' ? {} : { 'Content-Type': contentType });
  return bodyPolicy().sendRequest(request, async () => ({ request, status, headers, ...streams }));
}

const ofNode = (...chunks: readonly Uint8Array[]): Streams => ({ readableStreamBody: Readable.from(chunks) });

/** A stream of Node: what it sends, and how often it was stopped. */
function nodeBody(send: () => AsyncGenerator<Uint8Array>) {
  const destroy = vi.fn();
  // Safe: the policy uses nothing else of a stream.
  const stream = Object.assign(send(), { destroy }) as unknown as NonNullable<Streams['readableStreamBody']>;
  return { readableStreamBody: stream, destroy };
}

/** A stream of a browser that sends these chunks, and then ends, or not. */
function browserBody(chunks: readonly Uint8Array[], { ends = true, cancel = () => {} } = {}) {
  const browserStreamBody = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      if (ends) controller.close();
    },
    cancel,
  });
  return { browserStreamBody };
}

/** Sends what there is, and then nothing until it is stopped, as a connection does that hangs. */
function hanging(text = '') {
  let stop = () => {};
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = () => reject(new Error('premature close'));
  });
  stopped.catch(() => {});
  const body = nodeBody(async function* () {
    yield Buffer.from(text);
    yield await stopped;
  });
  body.destroy.mockImplementation(() => stop());
  return body;
}

const textOf = async (bytes: Uint8Array, contentType = json) =>
  (await read({ ...ofNode(bytes), contentType })).bodyAsText;

afterEach(() => {
  vi.useRealTimers();
});

describe('what is requested of the client', () => {
  const asked = async (headers: Record<string, string>) => {
    const request = createPipelineRequest({ url, headers: createHttpHeaders(headers) });
    await read({ request, bodyAsText: '' });
    return request;
  };

  test('streams for every status, of Node and of a browser', async () => {
    const request = await asked({});
    expect(request.streamResponseStatusCodes).toEqual(new Set([Number.POSITIVE_INFINITY]));
    expect(request.enableBrowserStreams).toBe(true);
  });

  test('packed bytes only if the pipeline wants them, in the spelling that leaves them packed', async () => {
    expect((await asked({ 'Accept-Encoding': 'gzip,deflate' })).headers.get('Accept-Encoding')).toBe('GZIP');
    expect((await asked({})).headers.has('Accept-Encoding')).toBe(false);
  });
});

describe('a body', () => {
  test('of Node comes in any number of pieces, also in the middle of a letter', async () => {
    const bytes = Buffer.from('{"name":"Société"}');
    const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect(await read(ofNode(...pieces))).toMatchObject({ status: 200, bodyAsText: '{"name":"Société"}' });
  });

  test('of a browser, too', async () => {
    const bytes = Buffer.from('{"name":"Société"}');
    expect(await read(browserBody([bytes.subarray(0, 14), bytes.subarray(14)]))).toMatchObject({
      bodyAsText: '{"name":"Société"}',
    });
  });

  test('without bytes is an empty text', async () => {
    expect((await read(ofNode())).bodyAsText).toBe('');
    expect((await read(browserBody([]))).bodyAsText).toBe('');
  });

  test('that the client has read already is kept', async () => {
    expect((await read({ bodyAsText: '{"value":[]}' })).bodyAsText).toBe('{"value":[]}');
    expect(await read({})).not.toHaveProperty('bodyAsText');
  });

  test('is stopped when its reader gives up, and not after its end', async () => {
    const controller = new AbortController();
    const request = createPipelineRequest({ url, abortSignal: controller.signal });
    const body = hanging('{"value":[');
    const reading = read({ ...body, request });
    await new Promise(setImmediate);
    expect(body.destroy).not.toHaveBeenCalled();
    controller.abort();
    await expect(reading).rejects.toMatchObject({ code: 'PARSE_ERROR' });

    const later = new AbortController();
    const whole = nodeBody(async function* () {
      yield Buffer.from('{}');
    });
    const ended = await read({ ...whole, request: createPipelineRequest({ url, abortSignal: later.signal }) });
    later.abort();
    expect(ended.bodyAsText).toBe('{}');
    expect(whole.destroy).not.toHaveBeenCalled();
  });

  test('that breaks is an error that says so, for the retries', async () => {
    const body = nodeBody(async function* () {
      yield Buffer.from('{"value":[');
      throw new Error('ECONNRESET');
    });
    const error = await read(body).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(RestError);
    expect(error).toMatchObject({ code: 'PARSE_ERROR', message: 'the body could not be read', request: { url } });
    expect(body.destroy).toHaveBeenCalledOnce();
  });

  test('of a browser that breaks, too, and nothing is left behind if it cannot be canceled', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const cancel = vi.fn(() => {
      throw new Error('cannot be canceled');
    });
    const large = new Uint8Array(most + 1);
    expect((await read({ status: 500, ...browserBody([large], { ends: false, cancel }) })).bodyAsText).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.removeListener('unhandledRejection', unhandled);
    expect(cancel).toHaveBeenCalledOnce();
    expect(unhandled).not.toHaveBeenCalled();
  });

  test('that does not end is stopped at 128 MiB', async () => {
    const chunk = new Uint8Array(2 ** 20);
    let sent = 0;
    const body = nodeBody(async function* () {
      for (;;) {
        sent += 1;
        yield chunk;
      }
    });
    await expect(read(body)).rejects.toMatchObject({ code: 'BODY_TOO_LARGE', message: 'the body does not end' });
    expect(sent).toBe(129);
    expect(body.destroy).toHaveBeenCalledOnce();
    expect(tooLarge).toBe('BODY_TOO_LARGE');
  });
});

describe('a refusal', () => {
  const refused = async (streams: Streams, status = 403) => (await read({ ...streams, status })).bodyAsText;

  test.each([
    [299, most + 1, 'whole'],
    [300, most, 'whole'],
    [300, most + 1, 'not read'],
    [403, most, 'whole'],
    [403, most + 1, 'not read'],
    [500, most + 1, 'not read'],
  ])('%i with %i bytes is %s', async (status, size, expected) => {
    const text = await refused(ofNode(Buffer.alloc(size, ' ')), status);
    expect(text).toBe(expected === 'whole' ? ' '.repeat(size) : null);
  });

  test('counts bytes after they are unpacked, too', async () => {
    expect(await refused(ofNode(gzipSync(' '.repeat(most))))).toBe(' '.repeat(most));
    expect(await refused(ofNode(gzipSync(' '.repeat(most + 1))))).toBeNull();
  });

  test('whose body breaks stays one', async () => {
    const body = nodeBody(async function* () {
      yield Buffer.from('{"error":');
      throw new Error('ECONNRESET');
    });
    expect(await read({ ...body, status: 403 })).toMatchObject({ status: 403, bodyAsText: null });
    expect(body.destroy).toHaveBeenCalled();
  });

  test('whose body hangs is waited for five seconds', async () => {
    vi.useFakeTimers();
    const body = hanging('{"error":');
    const reading = refused(body);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(body.destroy).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await reading).toBeNull();
  });

  test('whose body ends leaves no timer, and closes the connection', async () => {
    vi.useFakeTimers();
    const body = nodeBody(async function* () {
      yield Buffer.from('{"error":{}}');
    });
    expect(await refused(body)).toBe('{"error":{}}');
    expect(vi.getTimerCount()).toBe(0);
    expect(body.destroy).toHaveBeenCalledOnce();
  });
});

describe('packed bytes', () => {
  test('are recognized by how they begin, whatever the headers say', async () => {
    expect(await textOf(gzipSync('{"value":[]}'))).toBe('{"value":[]}');
    expect(await textOf(gzipSync(''))).toBe('');
  });

  test.each<[string, readonly number[], string]>([
    ['only the first byte', [0x1f, 0x41], '\u001fA'],
    ['only the second byte', [0x41, 0x8b], 'A‹'],
    ['one byte', [0x1f], '\u001f'],
  ])('%s is text', async (_name, bytes, expected) => {
    expect(await textOf(Uint8Array.from(bytes), 'application/json; charset=windows-1252')).toBe(expected);
  });

  test('are unpacked once', async () => {
    expect(await textOf(gzipSync(gzipSync('{}')))).toBeNull();
  });

  test('that are broken are a broken body', async () => {
    await expect(textOf(gzipSync('{"value":[]}').subarray(0, 20))).rejects.toMatchObject({ code: 'PARSE_ERROR' });
  });
});

describe('the character set', () => {
  const latin = Buffer.from('é', 'latin1');

  test.each([
    'application/json;charset=latin1',
    'application/json; charset=latin1',
    'application/json;  charset  =  latin1',
    'application/json; CHARSET=LATIN1',
    'application/json; charset="latin1"',
    'application/json; charset= "latin1" ; odata.metadata=minimal',
    'application/json; charset=latin1;odata.metadata=minimal',
    'application/json; odata.metadata=minimal; charset=latin1',
    'application/json; charset=windows-1252',
  ])('%s', async (contentType) => {
    expect(await textOf(latin, contentType)).toBe('é');
  });

  test.each([
    '',
    'application/json',
    'application/json; charset=utf-8',
    'application/json; charset=utf8',
    'application/json; charset=',
    'application/json; x-charset=latin1',
    'application/json; x_charset=latin1',
    'charset=latin1',
    'application/json; charset-of=latin1',
  ])('%j means UTF-8', async (contentType) => {
    expect(await textOf(Buffer.from('é'), contentType)).toBe('é');
    expect(await textOf(latin, contentType)).toBeNull();
  });

  test('that is not known is not text', async () => {
    expect(await textOf(Buffer.from('{}'), 'application/json; charset=x-klingon')).toBeNull();
    expect(await textOf(Buffer.from('{}'), 'application/json; charset=latin1x')).toBeNull();
  });

  test('is not valid where a letter is cut off at the end', async () => {
    expect(await textOf(Buffer.from('{}é').subarray(0, 3))).toBeNull();
    expect(await textOf(Buffer.from('A', 'utf16le').subarray(0, 1), 'text/plain; charset=utf-16le')).toBeNull();
  });

  test('Windows-1252 has its own signs where Latin 1 has none', async () => {
    expect(await textOf(Uint8Array.of(0x80, 0x92, 0x96), 'application/json; charset=windows-1252')).toBe('€’–');
  });

  const utf16 = Buffer.from('\uFEFF{"a":1}', 'utf16le');
  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from('\uFEFF{"a":1}')],
    ['UTF-16, little end first', utf16],
    ['UTF-16, big end first', Buffer.from(utf16).swap16()],
  ])('is that of the mark at the beginning, whatever is declared: %s', async (_name, bytes) => {
    for (const charset of ['', '; charset=utf-8', '; charset=latin1', '; charset=x-klingon'])
      expect(await textOf(bytes, `application/json${charset}`)).toBe('{"a":1}');
  });

  test.each<[readonly number[], string]>([
    [[0xff], 'ÿ'],
    [[0xff, 0x41], 'ÿA'],
    [[0x41, 0xfe], 'Aþ'],
    [[0xfe, 0x41], 'þA'],
    [[0x41, 0xff], 'Aÿ'],
    [[0xfe, 0xfe], 'þþ'],
    [[0xff, 0xff], 'ÿÿ'],
    [[0xef, 0xbb], 'ï»'],
    [[0xef, 0xbb, 0x41], 'ï»A'],
    [[0xef, 0x41, 0xbf], 'ïA¿'],
    [[0x41, 0xbb, 0xbf], 'A»¿'],
  ])('is not that of a mark where there is only a part of one: %j', async (bytes, expected) => {
    expect(await textOf(Uint8Array.from(bytes), 'application/json; charset=latin1')).toBe(expected);
  });
});
