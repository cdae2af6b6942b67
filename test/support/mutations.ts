import { fc } from '@fast-check/vitest';
import { placesIn } from './places-in.js';

/*
 * Files as they are after somebody edited, cut, joined or attacked them: they keep the grammar of their kind, so that a fuzz test reaches
 * what lies behind the first look at a file.
 */

const hostileKeys = ['__proto__', 'constructor', 'toString', 'length', 'value', 'then', 'toJSON', '', '\ud800', 'kind'];

export const oddTexts: readonly string[] = [
  ...['', ' ', '\u0000', '\ud800', '\udc00x', '\ufeff', '\u2028', '\u2029', '\r', '\u001b[2J', '\u202e', '\u200b'],
  ...['0', '-1', '1e999', 'NaN', 'null', 'true', '[]', '{}', '{"a":1}', '[[', '</script><b>', '`|*', '@a', '=1+1'],
  ...['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.9999999Z', '-271821-04-20T00:00:00Z', '+275760-09-13T00:00:00Z'],
  ...['2026-02-30T00:00:00Z', '2026-11-20T24:00:00Z', '/Date(8640000000000001)/', '/Date(-1)/', '2026-11-20'],
  ...[
    '{00000000-0000-0000-0000-000000000000}',
    'https://[',
    'https://u:p@x/?a=b#c',
    'javascript:alert(1)',
    '@{a=b; c=}',
  ],
];

export const oddValues: readonly unknown[] = [
  ...[null, true, false, [], {}, [[]], [null], [{}], { length: 4_000_000_000 }, { length: -1 }, { value: [] }],
  ...[0, -0, -1, 0.1, 1e21, 1e308, 2 ** 31, 2 ** 53, Number.MAX_SAFE_INTEGER, -1e308, 5e-324],
];

type Change = (holder: Record<string, unknown>, key: string, pick: number) => void;

const changes: readonly Change[] = [
  (holder, key) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  },
  (holder, key, pick) => set(holder, key, structuredClone(oddValues[pick % oddValues.length])),
  (holder, key, pick) => set(holder, key, oddTexts[pick % oddTexts.length]),
  // A row twice, many times, or a name beside the one that is there.
  (holder, key, pick) => {
    if (Array.isArray(holder))
      for (let times = pick % 4; times >= 0; times -= 1) holder.push(structuredClone(holder[Number(key)]));
    else set(holder, hostileKeys[pick % hostileKeys.length] ?? '', structuredClone(holder[key]));
  },
  // The values of two names swapped.
  (holder, key, pick) => {
    const keys = Object.keys(holder);
    const other = keys[pick % keys.length] ?? key;
    const value = holder[key];
    set(holder, key, holder[other]);
    set(holder, other, value);
  },
  // As another type: a number as text, a text in a list, JSON as text.
  (holder, key, pick) => {
    const value = holder[key];
    const retyped = [
      `${JSON.stringify(value)}`,
      [value],
      { value },
      JSON.stringify(value) ?? '',
      typeof value === 'string' ? Number(value) || 0 : 0,
      nestedIn(value),
    ];
    set(holder, key, retyped[pick % retyped.length]);
  },
  // In capitals, as PowerShell and people write names.
  (holder, key) => {
    if (Array.isArray(holder)) return;
    const value = holder[key];
    delete holder[key];
    set(holder, key.toUpperCase(), value);
  },
];

function nestedIn(value: unknown): unknown {
  let nested = value;
  for (let depth = 0; depth < 40; depth += 1) nested = [nested];
  return nested;
}

/** An own property, whatever its name is. */
function set(holder: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

interface Step {
  readonly change: number;
  readonly place: number;
  readonly pick: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  change: fc.nat({ max: changes.length - 1 }),
  place: fc.nat(),
  pick: fc.nat({ max: 1_000 }),
});

/** A copy of plain data after each step: what is changed, where, and to what. */
function changed(value: unknown, steps: readonly Step[]): unknown {
  const box = { all: structuredClone(value) };
  for (const { change, place, pick } of steps) {
    const places = placesIn(box);
    const at = places[place % places.length];
    if (at !== undefined) changes[change]?.(at.holder, at.key, pick);
  }
  return box.all;
}

/** One of the values after some changes to its structure. */
export function mutated(values: readonly unknown[], most = 4): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.constantFrom(...values), fc.array(step, { maxLength: most }))
    .map(([value, steps]) => changed(value, steps));
}

const pieces: readonly string[] = [
  ...[
    '\ufeff',
    '\u0000',
    '\ud800',
    '\u2028',
    '\u2029',
    '\u0085',
    '\r',
    '\n',
    '\r\n',
    ',',
    '}',
    ']',
    '{',
    '[',
    '"',
    '\\',
  ],
  ...['null', '1e999', '-', '\u001b[0m', '// x\n', '/* */', 'NaN', '<', '"a":1,', '{}\n', '[]', '\t', ';', '\u00a0'],
];

/** Changes to text: what is put in, cut off, doubled or written with other line ends. */
const textChanges: readonly ((text: string, place: number, pick: number) => string)[] = [
  (text, place, pick) => text.slice(0, place) + (pieces[pick % pieces.length] ?? '') + text.slice(place),
  (text, place) => text.slice(0, place),
  (text, place) => text.slice(place),
  (text, place, pick) => text.slice(0, place) + text.slice(place + (pick % 20)),
  (text, _place, pick) => text.replaceAll('\n', ['\r\n', '\r', '\u2028', ' '][pick % 4] ?? ''),
  (text, _place, pick) => text + (['', '\n', '\r\n', '\ufeff', '\n\ufeff', ','][pick % 6] ?? '') + text,
  (text) => `\ufeff${text}`,
  // The first name of an object twice, with another value.
  (text, place) => text.slice(0, place) + text.slice(place).replace(/\{("(?:[^"\\]|\\.)*"):/, '{$1:null,$1:'),
  (text, place) => text.slice(0, place) + text.slice(place).replace(/":\s*(-?\d+(?:\.\d+)?)/, '":"$1"'),
];

const textStep = fc.record({
  change: fc.nat({ max: textChanges.length - 1 }),
  place: fc.nat(),
  pick: fc.nat({ max: 1_000 }),
});

/** A text after some changes. */
export function mutatedText(texts: fc.Arbitrary<string>, most = 2): fc.Arbitrary<string> {
  return fc.tuple(texts, fc.array(textStep, { maxLength: most })).map(([text, steps]) =>
    steps.reduce((before, { change, place, pick }) => {
      const after = textChanges[change]?.(before, place % (before.length + 1), pick) ?? before;
      return after.length > mostCharacters ? before : after;
    }, text),
  );
}

const mostCharacters = 400_000;
