/**
 * The last characters of a text as a number, letter case aside: texts with the same key of `keys.ts` have the same tail,
 * unless one of the tails is 0, which says nothing: where a character is not plain ASCII, and for an empty text. A tail costs a fraction of a key.
 */
export function tailOf(text: string): number {
  let tail = 0;
  for (let place = Math.max(text.length - 8, 0); place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    if (unit < 0x21 || unit > 0x7a) return 0;
    tail = (tail * 101 + (unit | 0x20)) | 0;
  }
  return tail;
}

/** A function that says whether a text may have the key of one of these: to make its key is only worth it if it may. */
export function mayBeAmong(texts: Iterable<string>): (text: string) => boolean {
  const marks = new Uint8Array(2 ** 16); // by the last bits of tails: to look there takes a fraction of asking a set
  const placeOf = (text: string) => tailOf(text) & 0xffff;
  // The tail of an empty text is the one that says nothing.
  for (const text of ['', ...texts]) marks[placeOf(text)] = 1;
  return (text) => marks[placeOf(text)] === 1;
}
