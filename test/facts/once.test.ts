import { expect, test, vi } from 'vitest';
import { once, oncePerText } from '../../src/facts/once.js';

test('each text is read once, also where nothing comes of it', () => {
  const read = vi.fn((text: string) => (text === '' ? undefined : text.length));
  const lengthOf = oncePerText(read);
  expect(['ab', '', 'ab', '', 'abc'].map(lengthOf)).toEqual([2, undefined, 2, undefined, 3]);
  expect(read.mock.calls).toEqual([['ab'], [''], ['abc']]);
});

test('what is built once is built when it is needed', () => {
  let times = 0;
  const value = once(() => {
    times += 1;
    return undefined;
  });
  expect(times).toBe(0);
  expect([value(), value(), times]).toEqual([undefined, undefined, 1]);
});
