import { Buffer } from 'node:buffer';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { recognize } from '../../src/inputs/index.js';
import { runs } from '../support/fuzz.js';
import { harFile } from '../support/har.js';
import { solutionZip } from '../support/solution-files.js';
import { tableOf } from '../support/sync-error-forms.js';
import { rowFormsOf } from './input-forms.js';
import { documentSamples, rowSamples } from './input-samples.js';
import { wellFormed } from './well-formed.js';

// cspell:ignore letrec

const samples: readonly Uint8Array[] = [
  ...Object.values(documentSamples).map(({ value }) => JSON.stringify(value)),
  ...Object.values(rowSamples).flatMap((sample) => Object.values(rowFormsOf(sample)).map(({ text }) => text)),
  tableOf({}),
  harFile([{ url: 'https://a.crm.dynamics.com/api/data/v9.2/solutions', body: { value: [{ uniquename: 'a' }] } }]),
  '<?xml version="1.0"?><ImportExportXml><SolutionManifest/></ImportExportXml>',
  '---\nname: a\non: [push]\njobs:\n  build:\n    runs-on: ubuntu-latest\n',
].map((text) => Buffer.from(text));
const packed = solutionZip(rowSamples['saved maps']?.value ?? []);
const anySample = fc.constantFrom(...samples, Buffer.from(packed));
const utf16 = (bytes: Uint8Array) => Buffer.from(Buffer.from(bytes).toString('utf8'), 'utf16le');

describe('any content gives a well-formed input', () => {
  property.prop([fc.uint8Array({ maxLength: 4_000 })])('bytes', (bytes) => void wellFormed(recognize(bytes)));

  property.prop([fc.string({ unit: 'binary', maxLength: 500 })])('text', (text) => void wellFormed(recognize(text)));

  property.prop([fc.json({ maxDepth: 6 })])('JSON', (text) => void wellFormed(recognize(text)));

  property.prop([fc.array(fc.json(), { maxLength: 5 }), fc.constantFrom('\n', '\r\n', '\r', ' ', ',')])(
    'values one after the other',
    (values, between) => void wellFormed(recognize(values.join(between))),
  );

  property.prop([anySample, fc.nat(), fc.boolean()])('a sample that was cut anywhere', (bytes, at, isWide) => {
    const all = isWide ? utf16(bytes) : bytes;
    wellFormed(recognize(all.subarray(0, at % (all.length + 1))));
    wellFormed(recognize(all.subarray(at % (all.length + 1))));
  });

  property.prop([anySample, fc.nat(), fc.nat({ max: 255 })])('a sample with one byte changed', (bytes, at, byte) => {
    const changed = Uint8Array.from(bytes);
    changed[at % changed.length] = byte;
    wellFormed(recognize(changed));
  });

  const words = [
    'value',
    '@odata.context',
    'facts',
    'outcomes',
    'kind',
    'schemaVersion',
    'log',
    'entries',
    'statusCode',
  ];
  const more = [
    'body',
    'CrmRecords',
    'Count',
    '__proto__',
    'constructor',
    'toString',
    'error',
    'msdyn_mapping',
    'type',
    'at',
  ];
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(
        null,
        true,
        -1,
        1e308,
        2 ** 60,
        '',
        '\ud800',
        '\u0000',
        'a',
        'known',
        '@{a=1}',
        '/Date(1)/',
        'baseline',
      ),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.array(fc.tuple(fc.constantFrom(...words, ...more), tie('tree')), { maxLength: 4 }).map(Object.fromEntries),
    ),
  }));
  property.prop([tree], { numRuns: runs(500) })('known names in any order', (value) => {
    wellFormed(recognize(JSON.stringify(value)));
  });
});

describe('names are only names', () => {
  test.each([
    '../../etc/passwd',
    'C:\\a\\..\\b',
    '\u0000',
    '\u001b[2J',
    '__proto__',
    '\ud800',
    'a'.repeat(100_000),
    '',
  ])('%j', (name) => expect(wellFormed(recognize('{"facts":{}}', { name })).name).toBe(name));
});

const many = 100_000;
const nested = `${'['.repeat(many)}${']'.repeat(many)}`;
const nestedObjects = `${'{"a":'.repeat(many)}1${'}'.repeat(many)}`;
const answer = (text: string) =>
  JSON.stringify({
    log: {
      entries: [
        {
          request: { method: 'GET', url: 'https://a.crm.dynamics.com/api/data/v9.2/solutions' },
          response: { status: 200, content: { text } },
        },
      ],
    },
  });

describe('hostile files', () => {
  test.each([
    ['nested lists', nested, 'unknown'],
    ['nested objects', nestedObjects, 'unknown'],
    ['nested lists without an end', '['.repeat(many), 'unknown'],
    ['nested objects without an end', '{"a":'.repeat(many), 'unknown'],
    ['a nested body in a recording', answer(nested), 'har'],
    ['a nested body in an answer', JSON.stringify({ statusCode: 200, body: nestedObjects }), 'unknown'],
    ['a nested column of a map', `[{"msdyn_dualwriteentitymapid":"a","msdyn_mapping":"b","c":${nested}}]`, 'unknown'],
    ['a nested mapping', JSON.stringify([{ msdyn_dualwriteentitymapid: 'a', msdyn_mapping: nested }]), 'map-rows'],
    ['nested lines', `{"a":1}\n${nested}\n`, 'unknown'],
    ['numbers without an end', '{"schemaVersion":1e999,"kind":"baseline","findings":[1e999]}', 'unknown'],
    ['a name twice', '{"kind":"baseline","kind":"map-backup","schemaVersion":1}', 'map-backup'],
    ['a column twice', '[{"msdyn_dualwriteentitymapid":"a","msdyn_mapping":"b","msdyn_mapping":"c"}]', 'unknown'],
    ['names of prototypes', '{"__proto__":{"facts":{}},"constructor":{"outcomes":[]},"toString":1}', 'unknown'],
    ['a lone surrogate', '\ud800 words', 'error-text'],
    ['a zero among words', 'words \u0000 words', 'unknown'],
  ] as const)('%s', (_name, text, kind) => {
    expect(wellFormed(recognize(text)).kind).toBe(kind);
    wellFormed(recognize(Buffer.from(text)));
  });

  test('many properties', () => {
    const wide = `{${Array.from({ length: 100_000 }, (_, index) => `"k${index}":1`).join()}}`;
    for (const text of [wide, `[${wide}]`])
      expect(wellFormed(recognize(text))).toMatchObject({ looksLike: expect.stringContaining('more properties') });
  });

  test('nothing of an object reaches its prototype', () => {
    recognize('{"__proto__":{"polluted":1},"value":[{"__proto__":{"polluted":1}}],"Count":1}');
    expect('polluted' in {}).toBe(false);
  });

  test('digits beyond 2^53 are kept in maps', () => {
    const text = '[{"msdyn_dualwriteentitymapid":"a","msdyn_mapping":"b","c":12345678901234567890}]';
    expect(JSON.stringify(recognize(text))).toContain('12345678901234567890');
  });
});

const large = 4_000_000;

describe('long files are read once', () => {
  test.each([
    ['letters', 'a', 'error-text'],
    ['blanks', ' ', 'unknown'],
    ['commas', ',', 'error-text'],
    ['quotation marks', '"', 'error-text'],
    ['angle brackets', '<', 'error-text'],
    ['comments of XML', '<!--', 'unknown'],
    ['tags', '<a>', 'unknown'],
    ['attributes', '<a b="', 'unknown'],
    ['opening brackets', '[', 'unknown'],
    ['a text without an end', '"\\', 'error-text'],
    ['key and blank', 'a: ', 'error-text'],
    ['equals signs', 'a=', 'error-text'],
    ['rules', '---', 'error-text'],
  ] as const)('%s', (_name, piece, kind) => {
    expect(wellFormed(recognize(piece.repeat(large / piece.length))).kind).toBe(kind);
  });

  test.each([
    ['empty objects', '{}\n', 'unknown'],
    ['documents on two lines', '{\n}\n', 'unknown'],
    ['lines that are cut off', '{"a"\n', 'unknown'],
    ['pages', '{"value":[{"uniquename":"a","version":"1"}]}\n', 'service-answer'],
    ['events', '{"type":"503","at":"2026-11-20T10:00:00Z","map":"m"}\n', 'alert-events'],
    ['words', 'a b\n', 'error-text'],
  ] as const)('many lines of %s', (_name, line, kind) => {
    expect(wellFormed(recognize(line.repeat(30_000))).kind).toBe(kind);
  });
});

describe('no value is quoted', () => {
  const planted = 'q7q7q7-9x9x';

  /** Some of the texts and numbers in a value, by their order, replaced. */
  function plantedIn(value: unknown, isReplaced: () => boolean): unknown {
    if (Array.isArray(value)) return value.map((item) => plantedIn(item, isReplaced));
    if (typeof value !== 'object' || value === null) return isReplaced() ? planted : value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plantedIn(inner, isReplaced)]));
  }

  const values = [
    ...Object.values(documentSamples).map(({ value }) => value),
    ...Object.values(rowSamples).map(({ value }) => value),
  ];
  property.prop([fc.constantFrom(...values), fc.integer({ min: 1, max: 9 }), fc.nat({ max: 8 }), fc.nat()], {
    numRuns: runs(300),
  })('in what is missing, or in what an unknown file looks like', (value, every, from, cut) => {
    let place = from;
    const isReplaced = () => {
      place += 1;
      return place % every === 0;
    };
    const text = JSON.stringify(plantedIn(value, isReplaced));
    for (const content of [text, text.slice(0, cut % text.length), text.replaceAll('},{', '}\n{')]) {
      const input = recognize(content);
      const shown = input.kind === 'unknown' ? [input.looksLike, input.expected, ...input.lacks] : input.lacks;
      expect(shown.join('\n')).not.toContain('q7q7q7');
    }
  });
});
