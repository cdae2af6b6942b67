import { expect, test, vi } from 'vitest';
import { oncePerText } from '../../src/facts/once.js';

test('each text is read once, also where nothing comes of it', () => {
  const read = vi.fn((text: string) => (text === '' ? undefined : text.length));
  const lengthOf = oncePerText(read);
  expect(['ab', '', 'ab', '', 'abc'].map(lengthOf)).toEqual([2, undefined, 2, undefined, 3]);
  expect(read.mock.calls).toEqual([['ab'], [''], ['abc']]);
});
