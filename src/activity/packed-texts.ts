/** Texts in UTF-8, many to a chunk, in half the memory of strings or less. Millions of them cost the garbage collector nothing. */
export class PackedTexts {
  readonly #chunks: { readonly bytes: Uint8Array; readonly ends: Uint32Array }[] = [];
  #pending: string[] = [];
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  /** @param text - without halves of surrogate pairs */
  add(text: string): void {
    this.#pending.push(text);
    if (this.#pending.length < textsOfChunk) return;
    const all = this.#pending.join('');
    const bytes = this.#encoder.encode(all);
    this.#chunks.push({ bytes, ends: this.#endsOf(this.#pending, all.length === bytes.length) });
    this.#pending = [];
  }

  at(position: number): string {
    const place = position % textsOfChunk;
    const chunk = this.#chunks[Math.floor(position / textsOfChunk)];
    if (chunk === undefined) return this.#pending[place] ?? '';
    const start = place === 0 ? 0 : chunk.ends[place - 1];
    return this.#decoder.decode(chunk.bytes.subarray(start, chunk.ends[place]));
  }

  /** Where each of them ends, in bytes. */
  #endsOf(texts: readonly string[], isAscii: boolean): Uint32Array {
    let end = 0;
    return Uint32Array.from(texts, (text) => {
      end += isAscii ? text.length : this.#encoder.encode(text).length;
      return end;
    });
  }
}

const textsOfChunk = 256;
