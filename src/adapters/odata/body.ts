import { type PipelinePolicy, type PipelineResponse, RestError } from './rest-pipeline.js';

/** No page of rows is nearly as large; an endless body must not fill the memory. */
const largestBodyInBytes = 128 * 2 ** 20;

/** No more than this is read of a refusal. */
const largestRefusalInBytes = 2 ** 16;

/** Milliseconds. The status of a refusal is known before its body, which must not use up the reader's time. */
const mostTimeForWords = 5_000;

/** The code of the error for a body that is too large. */
export const tooLarge = 'BODY_TOO_LARGE';

/**
 * Reads bodies inside the retries, so that a connection that breaks in the middle is tried again, and with a limit. The
 * client's own reading never ends if a connection breaks while progress is watched. A body that is not valid text in its
 * character set becomes `null`.
 */
export function bodyPolicy(): PipelinePolicy {
  return {
    name: 'body',
    async sendRequest(request, next) {
      request.streamResponseStatusCodes = new Set([Number.POSITIVE_INFINITY]); // the client's notation for every status
      request.enableBrowserStreams = true;
      // With this spelling, the client of Node leaves decompression to us: while it decompresses, it never notices that a
      // connection breaks.
      if (request.headers.has('Accept-Encoding')) request.headers.set('Accept-Encoding', 'GZIP');
      const response = await next(request);
      const body = bodyOf(response);
      if (body === undefined) return response;
      const stop = () => body.stop();
      request.abortSignal?.addEventListener('abort', stop);
      try {
        const read = response.status < 300 ? wholeTextOf : startOfTextOf;
        response.bodyAsText = await read(body, response.headers.get('content-type') ?? '');
        return response;
      } catch (error) {
        body.stop();
        if (error instanceof RestError) throw error;
        throw new RestError('the body could not be read', { code: RestError.PARSE_ERROR, request });
      } finally {
        request.abortSignal?.removeEventListener('abort', stop);
      }
    },
  };
}

interface Body {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly stop: () => void;
}

/** The body as a stream, of Node or of a browser; `undefined` where a client has read it already. */
function bodyOf({ readableStreamBody, browserStreamBody }: PipelineResponse): Body | undefined {
  if (readableStreamBody !== undefined) {
    // Safe: streams of Node are async iterable and can be destroyed; the type of the library is the oldest one.
    const stream = readableStreamBody as unknown as AsyncIterable<Uint8Array> & { destroy(error?: Error): void };
    return { chunks: stream, stop: () => stream.destroy() };
  }
  if (browserStreamBody === undefined) return undefined;
  const reader = browserStreamBody.getReader();
  return { chunks: chunksOf(reader), stop: () => void reader.cancel().catch(() => {}) };
}

async function* chunksOf(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncIterable<Uint8Array> {
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}

async function wholeTextOf({ chunks }: Body, contentType: string): Promise<string | null> {
  const bytes = await gathered(chunks, largestBodyInBytes);
  if (bytes === undefined) throw new RestError('the body does not end', { code: tooLarge });
  return decoded(bytes, contentType);
}

/** What a service says about a refusal. The status is kept even if the body cannot be read. */
async function startOfTextOf({ chunks, stop }: Body, contentType: string): Promise<string | null> {
  const timer = setTimeout(stop, mostTimeForWords);
  try {
    const bytes = await gathered(chunks, largestRefusalInBytes);
    return bytes === undefined ? null : decoded(bytes, contentType);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
    stop();
  }
}

/** All bytes, decompressed if necessary; `undefined` if there are more than the limit. */
async function gathered(chunks: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const bytes = await joined(chunks, most);
  if (bytes === undefined || !isPacked(bytes)) return bytes;
  // Once only: there are compressed files that decompress to themselves endlessly.
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return joined(chunksOf(unpacked.getReader()), most);
}

async function joined(chunks: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > most) return undefined;
    pieces.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let end = 0;
  for (const piece of pieces) {
    bytes.set(piece, end);
    end += piece.byteLength;
  }
  return bytes;
}

/**
 * Recognized by its first bytes, with which JSON cannot begin: a client that decompresses by itself leaves the header
 * unchanged.
 */
function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * The text by its byte order mark, else by the character set that the header names, else UTF-8; `null` if the bytes are
 * not valid text. Decoded as a whole: a streaming decoder takes twice as long for plain letters.
 */
function decoded(bytes: Uint8Array, contentType: string): string | null {
  const named = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1];
  try {
    const decoder = new TextDecoder(charsetOfMark(bytes) ?? named ?? 'utf-8', { fatal: true });
    // Node 20 reads Windows-1252 as Latin 1, except in a stream.
    return decoder.decode(bytes, { stream: decoder.encoding === 'windows-1252' });
  } catch {
    return null; // bytes of another character set, or an unknown character set
  }
}

function charsetOfMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}
