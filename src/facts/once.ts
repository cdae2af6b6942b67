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
