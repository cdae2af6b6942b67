/** No service nests its answers nearly as deeply. A parser needs some forty bytes of memory for each bracket that is open. */
export const deepestNesting = 2_000;

/** Whether more brackets are open at once in a JSON text than a parser should be given. */
export function isNestedTooDeeply(json: string): boolean {
  let depth = 0;
  let isInText = false;
  for (let place = 0; place < json.length; place += 1) {
    const char = json.charAt(place);
    if (isInText) {
      if (char === '\\') place += 1;
      else if (char === '"') isInText = false;
    } else if (char === '"') isInText = true;
    else if (char === '[' || char === '{') {
      depth += 1;
      if (depth > deepestNesting) return true;
    } else if (char === ']' || char === '}') depth -= 1;
  }
  return false;
}
