/*
 * What callers without types may give instead of a map, a solution or a list.
 */
const trap = () => {
  throw new Error('trap');
};
const gone = Proxy.revocable({}, {});
gone.revoke();
// biome-ignore lint/suspicious/noExplicitAny: what a caller without types gives
export const wrongValues: readonly (readonly [string, any])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'accounts'],
  ['a number', 7],
  ['a big number', 7n],
  ['a symbol', Symbol('map')],
  ['a function', () => 1],
  ['an empty object', {}],
  ['an empty list', []],
  ['a list of nothing', [undefined, null]],
  ['bytes', new Uint8Array(4)],
  ['a buffer', new ArrayBuffer(4)],
  ['a view', new DataView(new ArrayBuffer(4))],
  ['a Map', new Map([['msdyn_name', 'a']])],
  ['a proxy that throws', new Proxy({}, { get: trap, has: trap, ownKeys: trap, getPrototypeOf: trap })],
  ['a proxy that is gone', gone.proxy],
  ['half a map', { columns: { mapping: {}, properties: {} }, otherColumns: {} }],
];
