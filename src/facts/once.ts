/**
 * A function that builds its value on the first call and then keeps it: schemas take time to build and are often not
 * needed at all.
 */
export function once<T>(build: () => T): () => T {
  let built: { readonly value: T } | undefined;
  return () => {
    built ??= { value: build() };
    return built.value;
  };
}

/** A function that reads each text once: to parse it costs more than to look it up, and rows repeat few texts. */
export function oncePerText<T>(read: (text: string) => T): (text: string) => T {
  const results = new Map<string, { readonly value: T }>();
  return (text) => {
    let result = results.get(text);
    if (result === undefined) {
      result = { value: read(text) };
      results.set(text, result);
    }
    return result.value;
  };
}
