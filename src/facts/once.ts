/**
 * A function that builds its value when it is first asked, and then keeps it: schemas cost time to build and are often not
 * needed at all.
 */
export function once<T>(build: () => T): () => T {
  let built: { readonly value: T } | undefined;
  return () => {
    built ??= { value: build() };
    return built.value;
  };
}
