import { codePageOf, doubtOf } from './code-page.js';

/** What bytes are: text, nothing, or something that is not text. */
export type Decoded =
  /** `doubt` says why its letters may be wrong, where they may. */
  | { readonly type: 'text'; readonly text: string; readonly doubt?: string | undefined }
  | { readonly type: 'empty' }
  /** `looksLike` continues "it looks like". */
  | { readonly type: 'binary'; readonly looksLike: string };

/**
 * The text of bytes in UTF-8 or UTF-16, little or big endian, with or without byte order marks, which are not part of it. Other
 * bytes are read as the code page of Windows that they fit, which is what PowerShell 5.1, its console and old exports write.
 */
export function textOf(content: string | Uint8Array): Decoded {
  const decoded = typeof content === 'string' ? { text: content } : decodedText(content);
  if (decoded === undefined) return { type: 'binary', looksLike: 'a binary file' };
  const text = decoded.text.replace(/^\uFEFF+/, '');
  if (text.trim() === '') return { type: 'empty' };
  return hasBinary(text) ? { type: 'binary', looksLike: 'a binary file' } : { type: 'text', ...decoded, text };
}

function decodedText(bytes: Uint8Array): { readonly text: string; readonly doubt?: string | undefined } | undefined {
  const encoding = encodingOf(bytes);
  if (encoding !== 'utf-8') return { text: new TextDecoder(encoding).decode(bytes) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    if (bytes.subarray(0, sampled).includes(0)) return undefined;
    const lenient = new TextDecoder('utf-8').decode(bytes);
    if (isMostlyUtf8(lenient)) return { text: lenient };
    const page = codePageOf(bytes);
    return { text: page.decode(bytes), doubt: doubtOf(page) };
  }
}

/** Whether as many letters beyond ASCII could be decoded as not: a damaged one, or one that is cut off, does not change the others. */
function isMostlyUtf8(decoded: string): boolean {
  let balance = 0;
  for (const [letter] of decoded.matchAll(/[^\p{ASCII}]/gu)) balance += letter === '\ufffd' ? -1 : 1;
  return balance >= 0;
}

/** The encoding by the byte order mark, else by the zeros that UTF-16 has beside each letter of ASCII. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, sampled);
  const zeros: number[] = [];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (odd > half * mostlyAscii && even < half * rarely) return 'utf-16le';
  return even > half * mostlyAscii && odd < half * rarely ? 'utf-16be' : 'utf-8';
}

/** In bytes. */
const sampled = 1_024;
const mostlyAscii = 0.4;
const rarely = 0.05;

/** Characters that no text has: a file of another program. Escape characters are found in logs of terminals. */
function hasBinary(text: string): boolean {
  const sample = text.slice(0, sampled * 4);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const strange = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return strange > sample.length * rarely || sample.includes('\u0000\u0000');
}

const starts: readonly (readonly [bytes: readonly number[], looksLike: string])[] = [
  [[0x1f, 0x8b], 'a .gz file: unpack it first'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a .7z file: unpack it first'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'a document of Microsoft Office or Outlook: copy its text'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  [[0x53, 0x51, 0x4c, 0x69], 'a database'],
];

/** What a file is by its first bytes, where those are not text; `undefined` if they are not known. */
export function formatOf(content: Uint8Array): string | undefined {
  return starts.find(([bytes]) => bytes.every((byte, index) => content[index] === byte))?.[1];
}
