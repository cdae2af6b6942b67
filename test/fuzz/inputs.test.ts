import { fc, test as property } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { exitCodeFor, parseSnapshot } from '../../src/index.js';
import {
  factsOf,
  type Input,
  mapsOf,
  recognize,
  recognizeLarge,
  resultDocument,
  resultsOf,
  solutionOf,
  urlsFor,
} from '../../src/inputs/index.js';
import { annotations, html, junit, sarif, toHtml, toMarkdown, toPretty } from '../../src/reporters/index.js';
import { documentSamples, rowSamples } from '../inputs/input-samples.js';
import { wellFormed } from '../inputs/well-formed.js';
import { everyFile } from '../support/every-file.js';
import { runs } from '../support/fuzz.js';
import { harTools, harValue, plantedSecret } from '../support/har.js';
import { inChunks } from '../support/in-chunks.js';
import { mutated, mutatedText } from '../support/mutations.js';

// Files of every kind that somebody edited, cut, joined or attacked: nothing throws, nothing is lost without a word.

const now = new Date('2026-11-20T10:00:00Z');
const files = await everyFile();
/** What the files hold, without large ones, in which a change is a needle in a haystack. */
const values = [
  ...[...files].flatMap(([name, content]) => valuesOf(name, String(content))),
  ...Object.values(documentSamples).map(({ value }) => value),
  ...Object.values(rowSamples).map(({ value }) => value),
].filter((value) => JSON.stringify(value).length < 30_000);

function valuesOf(name: string, content: string): readonly unknown[] {
  if (name.endsWith('.jsonl'))
    return [
      content
        .trim()
        .split('\n', 20)
        .map((line) => JSON.parse(line)),
    ];
  return /\.(?:json|har)$/.test(name) ? [JSON.parse(content)] : [];
}

/** Letters of two, three and four bytes wherever a chunk may end. */
const wide = harValue(
  ['ü', '東京', '𝄞'].map((letters, index) => ({
    url: `https://contoso.crm4.dynamics.com/api/data/v9.2/${['solutions', 'teams', 'businessunits'][index]}`,
    body: { value: Array.from({ length: 20 }, () => ({ uniquename: letters.repeat(9), name: letters.repeat(9) })) },
  })),
);

const asText = fc
  .tuple(mutated(values), fc.constantFrom('one', 'lines', 'indented', 'value', 'wrapped', 'twice'))
  .map(([value, form]) => {
    const rows = Array.isArray(value) ? value : [value];
    switch (form) {
      case 'lines':
        return rows.map((row) => JSON.stringify(row) ?? 'null').join('\n');
      case 'indented':
        return JSON.stringify(value, null, 2) ?? '';
      case 'value':
        return JSON.stringify({ '@odata.count': rows.length, value: rows });
      case 'wrapped':
        return JSON.stringify({ statusCode: 200, body: value });
      case 'twice':
        return JSON.stringify([value, value]);
      default:
        return JSON.stringify(value) ?? '';
    }
  });
const texts = [...files.values()].filter(
  (content) => typeof content === 'string' && content.length < 30_000,
) as string[];
const anyText = mutatedText(
  fc.oneof({ weight: 4, arbitrary: asText }, { weight: 1, arbitrary: fc.constantFrom(...texts) }),
);

/** Every function of the entry `inputs` over inputs, and what it gives in every format. */
async function usedEverywhere(inputs: readonly Input[], dataverseUrl?: string): Promise<void> {
  const gathered = await factsOf(inputs, { now, dataverseUrl });
  if ('facts' in gathered) {
    const { environment, takenAt, facts } = gathered;
    const parsed = parseSnapshot(JSON.parse(JSON.stringify({ schemaVersion: 1, environment, takenAt, facts })));
    expect(parsed.isOk() ? '' : parsed.error.because).toBe('');
    for (const { because } of gathered.lacks) expect(because).toMatch(/\S/);
  }
  for (const result of [await mapsOf(inputs), await solutionOf(inputs)])
    if (result.isErr()) expect(result.error.because).toMatch(/\S/);
  for (const { url } of await urlsFor({ dataverseUrl: 'https://contoso.crm4.dynamics.com' }, inputs))
    expect(URL.canParse(url)).toBe(true);
  const { results, unused } = await resultsOf(inputs, { now });
  for (const { because } of unused) expect(because).toMatch(/\S/);
  for (const result of results) {
    const shown = resultDocument(result);
    if (shown.isErr()) {
      expect(shown.error.because).toMatch(/\S/);
      continue;
    }
    const { document, json } = shown.value;
    for (const show of [toPretty, toMarkdown, toHtml]) expect(show(document)).toMatch(/\S/);
    expect(JSON.stringify(json)).toMatch(/^\{/);
    if (result.kind !== 'report') continue;
    for (const show of [junit, sarif, annotations, html]) expect(typeof show(result.report)).toBe('string');
    expect([0, 1, 2]).toContain(exitCodeFor(result.report));
  }
}

const address = fc.constantFrom(
  undefined,
  ...['contoso-uat.crm4.dynamics.com', 'contoso', 'contoso:8080', 'http://', 'https://[', 'javascript:alert(1)', ''],
);

describe('files that were changed', () => {
  property.prop([anyText, address], { numRuns: runs(300) })(
    'nothing throws, and every fault says why',
    async (text, url) => {
      await usedEverywhere([wellFormed(recognize(text, { name: 'file.json' }))], url);
    },
  );

  property.prop([anyText, anyText, anyText], { numRuns: runs(150) })('several together', async (...together) => {
    await usedEverywhere(together.map((text, index) => wellFormed(recognize(text, { name: `${index}.json` }))));
  });
});

const anyOrWide = fc.oneof(
  { weight: 4, arbitrary: anyText },
  { weight: 1, arbitrary: mutated([wide], 1).map((value) => JSON.stringify(value) ?? '') },
);
const size = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 5_000 }));

property.prop([anyOrWide, size], { numRuns: runs(150) })(
  'bytes in UTF-8 and UTF-16, whole and in chunks, are what the text is',
  async (text, size) => {
    fc.pre(!/\p{Cs}/u.test(text));
    const input = recognize(text);
    const utf8 = new TextEncoder().encode(text);
    expect(recognize(utf8)).toEqual(input);
    expect(await recognizeLarge(inChunks(utf8, size))).toEqual(input);
    const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(recognize(wide)).toEqual(recognize(`\ufeff${text}`));
    expect(recognize(Buffer.from(wide).swap16())).toEqual(recognize(`\ufeff${text}`));
    expect(await recognizeLarge(inChunks(wide, size))).toEqual(recognize(wide));
  },
);

/** An object that does not hold others as an envelope does. */
function isRow(value: unknown): value is object {
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
  return isObject && !Object.keys(value).some((key) => /^(?:value|body|content|facts|records)$/i.test(key));
}

describe('rows', () => {
  const listOf: Readonly<Partial<Record<Input['kind'], (input: never) => readonly unknown[]>>> = {
    'sync-errors': ({ records }: { records: readonly unknown[] }) => records,
    'activity-log': ({ events }: { events: readonly unknown[] }) => events,
    'alert-settings': ({ settings }: { settings: readonly unknown[] }) => settings,
    'alert-events': ({ events }: { events: readonly unknown[] }) => events,
  };
  const lists = Object.values(rowSamples)
    .filter(({ kind }) => kind in listOf)
    .map(({ value }) => value);

  property.prop([fc.constantFrom(...lists).chain((list) => mutated([list])), fc.boolean()], { numRuns: runs(500) })(
    'are all there, or the input says that some are not',
    (value, isOfLines) => {
      if (!Array.isArray(value)) return;
      const rows = value.filter(isRow);
      const text = isOfLines ? rows.map((row) => JSON.stringify(row)).join('\n') : JSON.stringify(rows);
      const input = recognize(text);
      const found = listOf[input.kind]?.(input as never).length; // the function of its own kind
      if (found !== undefined && found < rows.length) expect(input.lacks).not.toEqual([]);
      if (found === undefined) expect(['error-text', 'result']).not.toContain(input.kind);
    },
  );
});

describe('what was recognized', () => {
  const again: Readonly<Partial<Record<Input['kind'], (input: never) => unknown>>> = {
    snapshot: ({ snapshot }: { snapshot: unknown }) => snapshot,
    facts: ({ facts }: { facts: unknown }) => facts,
    report: ({ report }: { report: unknown }) => report,
    baseline: ({ baseline }: { baseline: unknown }) => baseline,
    comparison: ({ comparison }: { comparison: unknown }) => comparison,
    'map-backup': ({ backup }: { backup: unknown }) => backup,
    'sync-errors': ({ records }: { records: unknown }) => records,
    'activity-log': ({ events }: { events: unknown }) => events,
    'alert-settings': ({ settings }: { settings: unknown }) => settings,
    'alert-events': ({ events }: { events: unknown }) => events,
    'request-plan': ({ plan }: { plan: unknown }) => plan,
    result: ({ value }: { value: unknown }) => value,
    config: ({ config }: { config: unknown }) => config,
  };

  property.prop([anyText], { numRuns: runs(300) })('is recognized as the same when it was saved', (text) => {
    const input = recognize(text);
    const saved = again[input.kind]?.(input as never); // the function of its own kind
    if (saved === undefined || (Array.isArray(saved) && saved.length === 0)) return;
    const read = recognize(JSON.stringify(saved));
    expect(read.kind).toBe(input.kind);
    expect(again[read.kind]?.(read as never)).toEqual(JSON.parse(JSON.stringify(saved)));
  });
});

describe('secrets of a recording', () => {
  const url = 'https://contoso.crm4.dynamics.com/api/data/v9.2/solutions';
  const recordings = harTools.map((tool) =>
    harValue(
      [
        { url: `https://login.example/?code=${plantedSecret}`, body: { token: plantedSecret } },
        { url, body: { value: [{ uniquename: 'Dynamics365Company', version: '1.0' }] } },
        {
          url: `${url.replace('solutions', 'accounts')}?x=${plantedSecret}`,
          body: { value: [{ name: plantedSecret }] },
        },
      ],
      tool,
    ),
  );

  property.prop(
    [mutated(recordings, 3), mutated(values, 1), fc.constantFrom('[a]', '[a,b]', '[b,a]', 'a', 'a\nb', 'b\na')],
    {
      numRuns: runs(300),
    },
  )('are kept nowhere, whatever became of it', (recording, other, form) => {
    const text = form.replace(/[ab]/g, (part) => JSON.stringify(part === 'a' ? recording : other) ?? 'null');
    const input = recognize(text);
    if (input.kind === 'har') expect(JSON.stringify(input)).not.toContain(plantedSecret);
    expect(
      ['gateway-capture', 'service-answer', 'unknown', 'har'].includes(input.kind) ? JSON.stringify(input) : '',
    ).not.toContain(plantedSecret);
  });
});
