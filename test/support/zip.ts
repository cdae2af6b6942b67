import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/solutions/crc32.js';

/** A file for {@link zip}. What is given beside its content is written instead of what is so. */
export interface ZipFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly method?: number;
  readonly isEncrypted?: boolean;
  /** What the archive claims. */
  readonly size?: number;
  readonly crc?: number;
  /** What is stored, compressed by its method. */
  readonly packed?: Uint8Array;
  /** Sizes and position are in an extra field, as in large archives. */
  readonly isLarge?: boolean;
}

/** A zip archive, byte by byte: well-kept libraries do not write what a test of damage needs. */
export function zip(
  files: readonly ZipFile[],
  { prefix = '', comment = '', count = files.length, isLarge = false } = {},
): Uint8Array {
  const parts: Uint8Array[] = [encode(prefix)];
  let length = parts[0]?.length ?? 0;
  const start = length;
  const directory: Uint8Array[] = [];
  for (const file of files) {
    const offset = length - start;
    const name = encode(file.name);
    const content = typeof file.content === 'string' ? encode(file.content) : file.content;
    const method = file.method ?? 8;
    const packed = file.packed ?? (method === 8 ? deflateRawSync(content) : content);
    const size = file.size ?? content.length;
    const crc = file.crc ?? crc32(content);
    const flags = 0x0800 | (file.isEncrypted ? 1 : 0);
    add(numbers([4, 0x04034b50], [2, 20], [2, flags], [2, method], [4, 0], [4, crc], [4, packed.length], [4, size]));
    add(numbers([2, name.length], [2, 0]));
    add(name);
    add(packed);
    const large = file.isLarge === true ? 0xffffffff : undefined;
    const extra =
      large === undefined
        ? new Uint8Array()
        : numbers([2, 0x9999], [2, 2], [2, 7], [2, 1], [2, 24], [8, size], [8, packed.length], [8, offset]);
    directory.push(
      numbers([4, 0x02014b50], [2, 45], [2, 45], [2, flags], [2, method], [4, 0], [4, crc]),
      numbers([4, large ?? packed.length], [4, large ?? size], [2, name.length], [2, extra.length]),
      numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, large ?? offset]),
      name,
      extra,
    );
  }
  const place = length - start;
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  for (const part of directory) add(part);
  if (isLarge) {
    const at = length - start;
    add(
      numbers(
        [4, 0x06064b50],
        [8, 44],
        [2, 45],
        [2, 45],
        [4, 0],
        [4, 0],
        [8, count],
        [8, count],
        [8, size],
        [8, place],
      ),
    );
    add(numbers([4, 0x07064b50], [4, 0], [8, at], [4, 1]));
    add(numbers([4, 0x06054b50], [2, 0], [2, 0], [2, 0xffff], [2, 0xffff], [4, 0xffffffff], [4, 0xffffffff]));
  } else {
    add(numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, place]));
  }
  const remark = encode(comment);
  add(numbers([2, remark.length]));
  add(remark);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;

  function add(part: Uint8Array): void {
    parts.push(part);
    length += part.length;
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Little-endian numbers of so many bytes each. */
function numbers(...fields: readonly (readonly [length: number, value: number])[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(([length, value]) => Array.from({ length }, (_, index) => Math.floor(value / 256 ** index) % 256)),
  );
}
