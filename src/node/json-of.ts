/** `undefined` where it is no JSON: what is wrong is told by those who ask for it. */
export function jsonOf(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
