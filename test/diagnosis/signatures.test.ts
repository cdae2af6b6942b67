import { describe, expect, test } from 'vitest';
import { topics } from '../../src/diagnosis/all-topics.js';
import { diagnose } from '../../src/diagnosis/index.js';
import { compileSignature } from '../../src/diagnosis/matcher.js';
import { labeledMessages, lookAlikes } from './labeled-messages.js';
import { matchesSignature } from './matches-signature.js';
import { pasted } from './pasted.js';

const first = (text: string) => diagnose(text)[0]?.id ?? 'nothing';

describe('labeled messages', () => {
  test.each(labeledMessages)('$topic: $text', ({ text, topic, captures }) => {
    const [diagnosis, ...others] = diagnose(text);
    expect(diagnosis?.id ?? 'nothing').toBe(topic);
    if (captures !== undefined) expect(diagnosis?.captures).toMatchObject(captures);
    // Beside the cause there may be what wraps it, and codes, but no second explanation.
    const wrapping = topics.filter(({ signatures }) => signatures.some(({ wraps }) => wraps)).map(({ id }) => id);
    expect(others.map(({ id }) => id).filter((id) => !wrapping.includes(id))).toEqual([]);
  });

  test.each(Object.entries(pasted))('%s: the same answer', (_way, paste) => {
    const wrong = labeledMessages
      .map(({ text, topic }) => ({ topic, got: first(paste(text)), text: paste(text) }))
      .filter(({ topic, got }) => got !== topic);
    expect(wrong).toEqual([]);
  });
});

describe('look-alikes', () => {
  test.each(lookAlikes)('nothing: $text', ({ text }) => expect(first(text)).toBe('nothing'));
});

describe('topics', () => {
  test('ids are unique and name their kind', () => {
    const ids = topics.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  // Expressions are built when they are tried: a mistake in one must not wait for a text that leads there.
  test('every part of every signature is an expression', () => {
    const parts = topics.flatMap((topic) =>
      topic.signatures.map((one) => compileSignature(topic, one)).flatMap(({ all, none }) => [...all, ...none]),
    );
    expect(parts.filter(({ find }) => !find().global)).toEqual([]);
  });

  // Each signature alone: at least two labeled messages of its topic must need it.
  const signatures = topics.flatMap((topic) =>
    topic.signatures.map((signature, index) => ({ id: topic.id, topic, index, signature })),
  );
  test.each(signatures)('$id has two messages for signature $index', ({ id, topic: its, signature }) => {
    const own = labeledMessages.filter(({ topic, text }) => topic === id && matchesSignature(its, signature, text));
    expect(own.length).toBeGreaterThanOrEqual(2);
  });
});
