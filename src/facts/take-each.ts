/**
 * Passes each item on, then answers. Functions that take items follow one rule: an iterable gives the answer at once, an
 * asynchronous iterable gives it later.
 */
export function takeEach<Item, Answer>(
  items: Iterable<Item> | AsyncIterable<Item>,
  take: (item: Item) => void,
  answer: () => Answer,
): Answer | Promise<Answer> {
  if (Symbol.asyncIterator in items) return takeLater(items, take, answer);
  for (const item of items) take(item);
  return answer();
}

async function takeLater<Item, Answer>(
  items: AsyncIterable<Item>,
  take: (item: Item) => void,
  answer: () => Answer,
): Promise<Answer> {
  for await (const item of items) take(item);
  return answer();
}
