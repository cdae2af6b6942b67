/** A text that is not a part of a longer one. The engine keeps the whole of that as long as a part of it is used. */
export function ownCopy(text: string): string {
  return JSON.parse(JSON.stringify(text));
}
