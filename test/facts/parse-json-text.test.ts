import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJsonText } from '../../src/facts/parse-json-text.js';
import { runs } from '../support/fuzz.js';

const because = (text: string) => parseJsonText(text)._unsafeUnwrapErr().because;

test('what is JSON is its value', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(parseJsonText(text)._unsafeUnwrap()).toEqual(JSON.parse(text));
    }),
  );
});

describe('where a text stops being JSON', () => {
  test.each([
    ['', 'it ends too early, at line 1, column 1'],
    ['PK\u0003\u0004 and more', 'unexpected character at line 1, column 1'],
    ['<html>', 'unexpected character at line 1, column 1'],
    ['{"password": hunter2}', 'unexpected character at line 1, column 14'],
    ['{"a": 1,\n "b": x}', 'unexpected character at line 2, column 7'],
    ['{"a": 1,\r\n "b": x}', 'unexpected character at line 2, column 7'],
    ['{"a": 1,\r "b": x}', 'unexpected character at line 2, column 7'],
    ['{"a": 1', 'it ends too early, at line 1, column 8'],
    ['{"a": "text', 'it ends too early, at line 1, column 12'],
    ['{"a"', 'it ends too early, at line 1, column 5'],
    ['[1, 2\n', 'it ends too early, at line 2, column 1'],
    ['{“a”: 1}', 'unexpected character at line 1, column 2'],
    ["{'a': 1}", 'unexpected character at line 1, column 2'],
    ['{"a": 1,}', 'unexpected character at line 1, column 9'],
    ['{,}', 'unexpected character at line 1, column 2'],
    ['[1,]', 'unexpected character at line 1, column 4'],
    ['[1 2]', 'unexpected character at line 1, column 4'],
    ['[1}', 'unexpected character at line 1, column 3'],
    ['{"a" 1}', 'unexpected character at line 1, column 6'],
    ['{"a":}', 'unexpected character at line 1, column 6'],
    ['{} {}', 'unexpected character at line 1, column 4'],
    ['01', 'unexpected character at line 1, column 2'],
    ['NaN', 'unexpected character at line 1, column 1'],
    ['"a\nb"', 'unexpected character at line 1, column 3'],
    ['"\\x"', 'unexpected character at line 1, column 2'],
    ['\uFEFF{}', 'unexpected character at line 1, column 1'],
    ['// note\n{}', 'unexpected character at line 1, column 1'],
    ['{"a": 1]', 'unexpected character at line 1, column 8'],
    ['[1],', 'unexpected character at line 1, column 4'],
    ['1,2', 'unexpected character at line 1, column 2'],
    ['"\\u00g0"', 'unexpected character at line 1, column 2'],
  ])('%j: %s', (text, where) => {
    expect(because(text)).toBe(`is not JSON: ${where}`);
  });

  test.each([
    ...['0', '-1', '10', '0.5', '1.25', '1e5', '1E+10', '1e-10', 'true', 'false', 'null'],
    ...['""', '"a"', '"\\u00aF"', '"\\u1234"', '"\\"\\\\\\/\\b\\f\\n\\r\\t"'],
    ...['[]', '[1]', '{}', '{"a": "b"}', '{"a": {"b": 1}, "c": []}', '[[1], {"a": [2]}]'],
  ])('what comes before it may be %s', (json) => {
    expect(because(`[${json}, x]`)).toBe(`is not JSON: unexpected character at line 1, column ${json.length + 4}`);
    expect(because(`{"a": ${json}, x}`)).toBe(`is not JSON: unexpected character at line 1, column ${json.length + 9}`);
  });

  test('in a line, the place is its column', () => {
    expect(parseJsonText('{"a":}', 'line')._unsafeUnwrapErr()).toEqual({
      type: 'invalid-json',
      because: 'is not JSON: unexpected character at column 6',
    });
    expect(parseJsonText('[', 'line')._unsafeUnwrapErr().because).toBe('is not JSON: it ends too early, at column 2');
  });

  test('wherever JSON is cut or changed: a place, as JSON.parse sees it, and nothing of the text', () => {
    const secret = 'hunter2secret';
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', '}', ']', ',', '"', ':', 'x', '\u0000'),
        (json, at, added) => {
          const text = `{"${secret}": "${secret}", "more": ${json}`;
          const position = at % (text.length + 1);
          const changed = text.slice(0, position) + added + (added === '' ? '' : text.slice(position));
          const parsed = parseJsonText(changed);
          let isJson = true;
          try {
            JSON.parse(changed);
          } catch {
            isJson = false;
          }
          expect(parsed.isOk()).toBe(isJson);
          if (parsed.isErr()) {
            expect(parsed.error.because).toMatch(
              /^is not JSON: (?:it ends too early, at|unexpected character at) line \d+, column \d+$/,
            );
          }
        },
      ),
      { numRuns: runs(500) },
    );
  });

  test('100,000 brackets and a long string take no stack', () => {
    expect(because('['.repeat(100_000))).toBe('is not JSON: it ends too early, at line 1, column 100001');
    expect(because(`"${'\\n'.repeat(2_000_000)}`)).toBe('is not JSON: it ends too early, at line 1, column 4000002');
  });
});
