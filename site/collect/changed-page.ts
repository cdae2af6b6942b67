/**
 * What scripts of the page have added to every object or value, so that nothing that is read here can be relied on; `undefined` if
 * nothing. Some old libraries do so: each object then has one more property, or is written as other JSON.
 */
export function addedByPage(): string | undefined {
  for (const name in {}) return name;
  return [{}, [], '', 0, true].some((value) => 'toJSON' in Object(value)) ? 'toJSON' : undefined;
}
