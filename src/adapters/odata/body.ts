import { type PipelinePolicy, type PipelineResponse, RestError } from '@azure/core-rest-pipeline';

/** No page of rows comes near it; a body without end must not fill the memory. */
const largestBodyInBytes = 128 * 2 ** 20;

/** The code of the error for a body that is too large. */
export const tooLarge = 'BODY_TOO_LARGE';

/**
 * Reads bodies inside the retries, so that a connection that breaks in the middle is tried again, and with a limit. The
 * client's own way waits for ever when a connection breaks while progress is watched.
 */
export function bodyPolicy(): PipelinePolicy {
  return {
    name: 'body',
    async sendRequest(request, next) {
      request.streamResponseStatusCodes = new Set([200]);
      request.enableBrowserStreams = true;
      const response = await next(request);
      const body = bodyOf(response);
      if (body === undefined) return response;
      const stop = () => body.stop();
      request.abortSignal?.addEventListener('abort', stop);
      try {
        response.bodyAsText = await textOf(body.chunks, request.url);
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

/** Decoded as a whole: a decoder that is told of more to come takes twice as long for plain letters. */
async function textOf(chunks: AsyncIterable<Uint8Array>, url: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > largestBodyInBytes) throw new RestError(`the body of ${url} has no end`, { code: tooLarge });
    pieces.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let end = 0;
  for (const piece of pieces) {
    bytes.set(piece, end);
    end += piece.byteLength;
  }
  return new TextDecoder().decode(bytes);
}
