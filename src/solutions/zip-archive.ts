import { err, errAsync, fromThrowable, ok, okAsync, type Result, ResultAsync } from 'neverthrow';
import { errorText } from '../facts/scrub.js';
import { crc32 } from './crc32.js';
import type { SolutionFault } from './solution-fault.js';

/** A file in a zip archive, not yet unpacked. */
export interface ZipEntry {
  /** With `/` between folders. */
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** The position of its local header. */
  readonly offset: number;
}

/** No solution has more files, or maps with more bytes. */
const mostEntries = 65_535;
const mostBytes = 256 * 1024 * 1024;

/** The files of an archive, in its order. Nothing is unpacked: the list is at its end. */
export function zipEntries(bytes: Uint8Array): Result<readonly ZipEntry[], SolutionFault> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return err(looksLikeZip(view) ? broken(null, 'its end is missing') : notAZip(bytes));
  // Reading outside of the bytes throws a RangeError: the archive is truncated.
  return fromThrowable(() => readDirectory(view, bytes, end), errorText)().match(
    (entries) => entries,
    () => err(broken(null, 'its list of files is truncated')),
  );
}

/** How many bytes may still be unpacked. Archives in an archive share it with that. */
export interface UnpackBudget {
  bytesLeft: number;
}

export function unpackBudget(): UnpackBudget {
  return { bytesLeft: mostBytes };
}

/** Unpacks files, as many bytes as the budget has, and compares them with their checksums. */
export function unpack(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  budget = unpackBudget(),
): ResultAsync<readonly Uint8Array[], SolutionFault> {
  for (const { name, isEncrypted, size } of entries) {
    if (isEncrypted) {
      return errAsync({ type: 'encrypted', because: `${name} is encrypted`, entry: name, whatToDo: adviceOnEncrypted });
    }
    budget.bytesLeft -= size;
    if (budget.bytesLeft < 0) {
      const because = `${name} is too large: more than ${mostBytes} bytes`;
      return errAsync({ type: 'too-large', because, entry: name, limit: mostBytes, whatToDo: adviceOnSize });
    }
  }
  return new ResultAsync(unpackInTurn(bytes, entries));
}

/** One file at a time, up to the first fault. */
async function unpackInTurn(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): Promise<Result<readonly Uint8Array[], SolutionFault>> {
  const contents: Uint8Array[] = [];
  for (const entry of entries) {
    const content = await unpackEntry(bytes, entry);
    if (content.isErr()) return err(content.error);
    contents.push(content.value);
  }
  return ok(contents);
}

/** Cabinets are not opened: no maintained library that does runs in browsers and Node alike. */
export const unpackCabinet =
  '`expand package.cab -F:* folder` on Windows, or `7z x package.cab` or `cabextract package.cab` elsewhere';
const adviceOnEncrypted = 'Export the solution again, without a password: solutions have none.';
const adviceOnSize = 'Check whether this is the intended solution: maps alone are never that large.';
const adviceOnBroken = 'Download or export the file again: it was damaged in transfer.';

function broken(entry: string | null, why: string): SolutionFault {
  const because = `is a broken zip: ${entry === null ? '' : `${entry}: `}${why}`;
  return { type: 'broken-zip', because, entry, whatToDo: adviceOnBroken };
}

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endHeader = 0x06054b50;
const end64Header = 0x06064b50;
const locator64Header = 0x07064b50;
const endLength = 22;
const longestComment = 0xffff;

function looksLikeZip(view: DataView): boolean {
  return view.byteLength >= 4 && view.getUint32(0, true) === localHeader;
}

function notAZip(bytes: Uint8Array): SolutionFault {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  if (bytes.length === 0) {
    return { type: 'not-a-zip', because: 'is empty', found: 'empty', whatToDo: 'Export the solution again.' };
  }
  if (start.startsWith('MSCF')) {
    const whatToDo = `Unpack it with ${unpackCabinet}, and give the .zip file that was in it.`;
    return { type: 'not-a-zip', because: 'is a cabinet', found: 'cabinet', whatToDo };
  }
  const found = start.startsWith('<') ? 'xml' : /^[[{]/.test(start) ? 'json' : 'unknown';
  const whatToDo = 'Give the exported .zip file, or the files of it as those of an unpacked solution.';
  const because = { xml: 'is XML', json: 'is JSON', unknown: 'is not a zip' }[found];
  return { type: 'not-a-zip', because, found, whatToDo };
}

/** The position of the record at the end of an archive. A comment may follow it; the last matching one counts. */
function endOfDirectory(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= first; at -= 1) {
    const isThere = view.getUint32(at, true) === endHeader;
    if (isThere && at + endLength + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  return undefined;
}

function readDirectory(view: DataView, bytes: Uint8Array, end: number): Result<readonly ZipEntry[], SolutionFault> {
  const { count, start, shift } = directoryAt(view, end);
  if (count > mostEntries) {
    const because = `is too large: more than ${mostEntries} files`;
    return err({ type: 'too-large', because, entry: null, limit: mostEntries, whatToDo: adviceOnSize });
  }
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== centralHeader) return err(broken(null, 'its list of files is damaged'));
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const extraStart = at + 46 + nameLength;
    const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    const [size = 0, packedSize = 0, offset = 0] = withLargeSizes(view, sizes, extraStart, extraLength);
    entries.push({
      name: nameOf(bytes.subarray(at + 46, extraStart)),
      isEncrypted: (flags & 0b1) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize,
      size,
      offset: offset + shift,
    });
    at = extraStart + extraLength + view.getUint16(at + 32, true);
  }
  return ok(entries);
}

/** Where the list of files is; `shift` is the length of data before an archive, as in a self-extracting one. */
function directoryAt(view: DataView, end: number) {
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === locator64Header) {
    const at = Number(view.getBigUint64(locator + 8, true));
    if (view.getUint32(at, true) === end64Header) {
      const count = Number(view.getBigUint64(at + 32, true));
      return { count, start: Number(view.getBigUint64(at + 48, true)), shift: 0 };
    }
  }
  const stated = view.getUint32(end + 16, true);
  const start = end - view.getUint32(end + 12, true);
  const count = view.getUint16(end + 10, true);
  return start >= stated && start >= 0 ? { count, start, shift: start - stated } : { count, start: stated, shift: 0 };
}

const large = 0xffffffff;

/** Sizes that do not fit in their field are in an extra field, in the order of the missing ones. */
function withLargeSizes(view: DataView, sizes: readonly number[], start: number, length: number): readonly number[] {
  if (!sizes.includes(large)) return sizes;
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 0x0001) continue;
    let next = at + 4;
    return sizes.map((size) => {
      if (size !== large) return size;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    });
  }
  return sizes;
}

function nameOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll('\\', '/');
}

function unpackEntry(bytes: Uint8Array, entry: ZipEntry): ResultAsync<Uint8Array, SolutionFault> {
  const { name, method, offset, packedSize, size, crc } = entry;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hasHeader = offset + 30 <= bytes.length && view.getUint32(offset, true) === localHeader;
  const start = hasHeader ? offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true) : 0;
  if (!hasHeader || start + packedSize > bytes.length) return errAsync(broken(name, 'it is not where the list says'));
  const packed = bytes.subarray(start, start + packedSize);
  if (method !== 0 && method !== 8) {
    return errAsync(broken(name, `its compression method is not supported (${method})`));
  }
  const unpacked = method === 0 ? okAsync(packed) : inflate(packed, entry);
  return unpacked.andThen((content) => {
    if (content.length !== size) return err(broken(name, `expected ${size} bytes, found ${content.length}`));
    return crc32(content) === crc ? ok(content) : err(broken(name, 'its checksum differs'));
  });
}

/**
 * Stops as soon as there is more than `size`: the sizes in an archive cannot be trusted to limit memory. What is wrong after so many bytes
 * is not about them: their checksum decides.
 */
function inflate(packed: Uint8Array, { name, size }: ZipEntry): ResultAsync<Uint8Array, SolutionFault> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  return decompression().asyncAndThen((stream) => {
    feed(packed, stream.writable.getWriter()).catch(() => undefined); // the reader gets the same error
    return ResultAsync.fromPromise(readUpToSize(stream.readable.getReader()), () =>
      broken(name, 'its packed data is damaged or cut off'),
    )
      .orElse((fault) => (length < size ? err(fault) : ok(undefined)))
      .andThen(() => {
        if (length > size) return err(broken(name, `it is longer than the ${size} bytes that it should have`));
        return ok(joined(chunks, length));
      });
  });

  async function readUpToSize(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      length += value.length;
      if (length > size) return reader.cancel();
      chunks.push(value);
    }
  }
}

function decompression(): Result<DecompressionStream, SolutionFault> {
  return fromThrowable(
    () => new DecompressionStream('deflate-raw'),
    (): SolutionFault => ({
      type: 'broken-zip',
      entry: null,
      because: 'cannot be unpacked: this platform has no DecompressionStream for deflate-raw',
      whatToDo: 'Use Node.js 20.19 or later, or a current browser.',
    }),
  )();
}

const bytesAtATime = 64 * 1024;

/** Waits for each piece, so that hardly more is written than what is read needs. */
async function feed(bytes: Uint8Array, writer: WritableStreamDefaultWriter<BufferSource>): Promise<void> {
  for (let at = 0; at < bytes.length; at += bytesAtATime) await writer.write(bytes.slice(at, at + bytesAtATime));
  await writer.close();
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const content = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    content.set(chunk, at);
    at += chunk.length;
  }
  return content;
}
