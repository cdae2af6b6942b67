import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { asKept } from '../../site/workbench/memory.js';
import type { CheckOptions, Shown, TypedFacts } from '../../site/workbench/messages.js';
import { workbenchPage } from '../../site/workbench/page.js';
import { factFields } from '../../site/workbench/person-facts.js';
import { createSession } from '../../site/workbench/session.js';
import { here } from '../../site/workbench/shown-results.js';
import { cleanupPlan } from '../../src/diagnosis/cleanup/cleanup-plan.js';
import { diagnose } from '../../src/diagnosis/diagnose.js';
import { scrub } from '../../src/facts/scrub.js';
import { withLegalEntities } from '../../src/facts/with-legal-entities.js';
import { evaluateSnapshot, type Outcome, type Snapshot } from '../../src/index.js';
import { supplyInWorkbench } from '../../src/inputs/place.js';
import { plannedCleanupDocument } from '../../src/inputs/planned-cleanup-document.js';
import { html, json, junit, markdown, reportDocument, sarif, toMarkdown } from '../../src/reporters/index.js';
import { labeledMessages } from '../diagnosis/labeled-messages.js';
import { mapRow, shippedMaps } from '../support/entity-maps.js';
import { runs } from '../support/fuzz.js';
import { hostileTexts, sampleSnapshot } from '../support/hostile-report.js';
import { solutionZip } from '../support/solution-files.js';

const usual: CheckOptions = {
  validator: 'health-check',
  failOn: 'error',
  roleModel: 'least-privilege',
  gate: 'documented',
  only: '',
  environment: '',
};
const example = (path: string) => readFileSync(fileURLToPath(new URL(`../../examples/${path}`, import.meta.url)));

async function given(files: Readonly<Record<string, string | Uint8Array | object>>) {
  const session = createSession(() => new Date('2026-11-29T12:00:00Z'));
  const cards = [];
  for (const [name, content] of Object.entries(files)) {
    const isText = typeof content === 'string';
    const bytes = content instanceof Uint8Array ? content : isText ? content : JSON.stringify(content);
    cards.push(
      isText
        ? await session.readText(cards.length + 1, name, content)
        : await session.readFiles(cards.length + 1, name, [{ name, file: new Blob([bytes as BlobPart]) }]),
    );
  }
  const show = (options: Partial<CheckOptions> = {}, typed: TypedFacts = {}): Promise<Shown> =>
    session.show({ typed, options: { ...usual, ...options } });
  return { session, cards, show };
}

/** The same environment by another name, at another address. */
function elsewhere(): Snapshot {
  return JSON.parse(JSON.stringify(sampleSnapshot('healthy')).replaceAll('contoso', 'fabrikam'));
}

const labelsOf = ({ results }: Shown) => results.map(({ label }) => label);
const headingsOf = ({ results }: Shown) => results.map(({ heading }) => heading);

const cases: readonly (readonly [string, Readonly<Record<string, string | Uint8Array | object>>, readonly string[]])[] =
  [
    ['a snapshot', { 'a.json': sampleSnapshot('healthy') }, ['Report']],
    ['a HAR file', { 'a.har': example('har/contoso-uat.har') }, ['Report']],
    ['an error text', { text: 'Unable to generate runtime configuration: DWDVEV1004' }, ['Diagnosis']],
    ['a code', { text: 'DWDVEV1007' }, ['What the code means']],
    ['a code that is given twice', { a: 'DWDVEV1007', b: 'dwdvev1007' }, ['What the code means']],
    [
      'two codes',
      { a: 'DWDVEV1007', b: 'DWFOEV1006', c: 'DWDVEV1007' },
      ['What DWDVEV1007 means', 'What DWFOEV1006 means'],
    ],
    [
      'a text without an error before a code',
      { a: 'hello world', b: 'DWDVEV1007' },
      ['What the code means', 'Diagnosis'],
    ],
    ['sync errors', { 'a.jsonl': example('sync-errors/sync-errors.jsonl') }, ['Sync errors']],
    [
      'sync errors beside alert settings',
      { 'a.jsonl': example('sync-errors/sync-errors.jsonl'), 'b.json': example('sync-errors/alert-settings.json') },
      ['Sync errors', 'Alerts'],
    ],
    ['an activity log', { 'a.jsonl': example('activity/log.jsonl') }, ['Activity']],
    ['a solution', { 'a.zip': solutionZip(shippedMaps()) }, ['Table maps', 'Map design']],
    [
      'a solution beside saved maps',
      { 'a.zip': solutionZip(shippedMaps()), 'b.json': [mapRow('accounts', 'Customers V3')] },
      ['Plan', 'Map design'],
    ],
    [
      'snapshots of two environments',
      { 'a.json': sampleSnapshot('healthy'), 'b.json': elsewhere() },
      ['All environments'],
    ],
    ['a snapshot with facts about operations', { 'a.json': sampleSnapshot('operations') }, ['Report', 'Operations']],
  ];

describe('what fits what was given', () => {
  test.each(cases)('%s', async (_, files, wanted) => {
    const { show } = await given(files);
    const shown = await show();
    expect(labelsOf(shown)).toEqual(expect.arrayContaining([...wanted]));
    expect(shown.unused).toEqual([]);
  });

  test('two snapshots of one environment are compared', async () => {
    const before = sampleSnapshot('healthy');
    const after: Snapshot = {
      ...before,
      takenAt: '2026-11-28T10:00:00Z',
      facts: { ...before.facts, legalEntities: { status: 'known', value: [] } },
    };
    const { show } = await given({ 'before.json': before, 'after.json': after });
    expect(labelsOf(await show())).toContain('What has changed');
  });

  test('an error text beside a snapshot that confirms it is in its report, with the plan to clean up', async () => {
    const { show, session } = await given({ 'a.json': sampleSnapshot('every-dependency-code'), text: 'DWDVEV1004' });
    expect(labelsOf(await show({ gate: 'none' }))).toEqual(
      expect.arrayContaining(['Report and error text', 'Clean-up plan']),
    );
    expect(session.htmlOf('report')).toContain('What the error text means');
  });
});

describe('advice', () => {
  const optionsIn = (shown: string) => shown.match(/\B--[a-z][a-z-]+/g) ?? [];

  test.each(cases)('%s: names no option of the command line', async (_, files) => {
    const { show, session } = await given(files);
    for (const { key } of (await show()).results) {
      // Whole commands beside what the page shows: for the rules of a known error, and for a step after an import.
      const commands = /dual-write-health check --only|maps verify FILE --against/g;
      expect(optionsIn((session.htmlOf(key) ?? '').replace(commands, ''))).toEqual([]);
    }
  });

  test('says what to do on this page, in its words', () => {
    const report = evaluateSnapshot(sampleSnapshot('prerequisites-failing'));
    const blocked = cleanupPlan(report);
    expect(blocked.unknowns.map(({ because }) => because).join()).toContain('blocked');
    const planned = { plan: blocked, from: 'report', problem: null } as const;
    for (const [document, names] of [
      [reportDocument(evaluateSnapshot(withoutLink), { supply: supplyInWorkbench }), ['What only you know']],
      [plannedCleanupDocument(planned, here), ['Check the rest anyway', 'How it is checked']],
    ] as const) {
      const shown = toMarkdown(document);
      expect(optionsIn(shown)).toEqual([]);
      for (const name of names) expect(shown).toContain(name);
      for (const name of names) expect(workbenchPage()).toContain(name);
    }
    expect(toMarkdown(plannedCleanupDocument(planned))).toContain('--no-gate');
  });

  test('is taken along as it is shown, in every format and in a ticket', async () => {
    const { show, session } = await given({ 'a.json': withoutLink });
    await show();
    for (const format of ['html', 'markdown', 'ticket'] as const) {
      const text = session.exported('report', format)?.text;
      expect(text).toContain('What only you know');
      expect(text).not.toContain('--legal-entities');
    }
  });

  const { link: _link, ...facts } = sampleSnapshot('healthy').facts;
  const withoutLink = { ...sampleSnapshot('healthy'), facts };
});

describe('what is remembered', () => {
  test.each(cases)('%s: its card gives the same after it was kept in a database', async (_, files) => {
    const { session, show } = await given(files);
    const before = await show();
    const later = createSession(() => new Date('2026-11-29T12:00:00Z'));
    for (const [id, card] of structuredClone([...session.cards].map(asKept))) later.cards.set(id, card);
    expect(await later.show({ typed: {}, options: usual })).toEqual(before);
    for (const { key } of before.results) expect(later.htmlOf(key)).toBe(session.htmlOf(key));
  });

  test('a text is kept without what confidential it has, and is still understood', async () => {
    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl';
    const { session } = await given({ text: `DWDVEV1004 failed. Authorization: Bearer ${token} password=hunter2` });
    const kept = JSON.stringify([...session.cards].map(asKept));
    expect(kept).toContain('DWDVEV1004');
    expect(kept).not.toMatch(/eyJ|hunter2/);
  });

  test('messages are understood as well without what is confidential', () => {
    const idsOf = (text: string) => diagnose(text).map(({ id }) => id);
    for (const { text } of labeledMessages) expect(idsOf(scrub(text))).toEqual(idsOf(text));
  });
});

describe('results', () => {
  test('keep their keys when others come before them', async () => {
    const { session, show } = await given({ 'a.jsonl': example('sync-errors/sync-errors.jsonl') });
    const [first] = (await show()).results;
    await session.readFiles(2, 'b.json', [
      { name: 'b.json', file: new Blob([JSON.stringify(sampleSnapshot('healthy'))]) },
    ]);
    const { results } = await show();
    expect(results[0]?.key).toBe('report');
    expect(results.map(({ key }) => key)).toContain(first?.key);
    expect(new Set(results.map(({ key }) => key)).size).toBe(results.length);
  });
});

describe('a card', () => {
  test('whose reading was stopped has read no more', async () => {
    const stop = new AbortController();
    const read: string[] = [];
    const fileNamed = (name: string) => {
      const file = new Blob(['{}']);
      return {
        name,
        file: Object.assign(file, {
          arrayBuffer: async () => {
            read.push(name);
            stop.abort();
            return new ArrayBuffer(0);
          },
        }),
      };
    };
    const session = createSession(() => new Date('2026-11-29T12:00:00Z'));
    await session.readFiles(1, 'three', ['a', 'b', 'c'].map(fileNamed), { signal: stop.signal });
    expect(read).toEqual(['a']);
  });

  test('says what it is, what it gives and what it lacks', async () => {
    const { cards } = await given({ 'a.har': example('har/contoso-uat.har') });
    expect(cards[0]?.is).toBe('a HAR file: a recording of a browser');
    expect(cards[0]?.gives.join()).toContain('Link details of the Dual-write page');
    expect(cards[0]?.lacks.length).toBeGreaterThan(0);
  });

  test('that is broken costs only itself', async () => {
    const { cards, show } = await given({
      'a.json': sampleSnapshot('healthy'),
      'b.zip': new Uint8Array([80, 75, 3, 4, 0, 9, 9]),
      'c.json': new TextEncoder().encode('{"a":'),
    });
    expect(cards.map(({ mark }) => mark)).toEqual(['passed', 'error', 'error']);
    const shown = await show();
    expect(headingsOf(shown)[0]).toContain('Healthy');
    expect(shown.unused).toEqual([]); // the cards say it
  });

  test('that was removed no longer counts', async () => {
    const { session, show } = await given({ 'a.json': sampleSnapshot('healthy') });
    session.remove(1);
    expect(await show()).toMatchObject({ results: [], facts: [] });
  });
});

describe('facts that only a person knows', () => {
  test('make a report by themselves', async () => {
    const { show } = await given({});
    expect(labelsOf(await show({}, { 'link-legalEntities': 'USMF, DEMF' }))).toEqual(['Report']);
  });

  test('count over the cards, property by property', async () => {
    const { show, session } = await given({ 'a.json': sampleSnapshot('healthy') });
    const before = await show();
    expect(headingsOf(before)[0]).toContain('Healthy');
    const after = await show({}, { 'link-legalEntities': 'USMF, NONE' });
    expect(headingsOf(after)[0]).toContain('Unhealthy');
    const snapshot = JSON.parse(session.exported('report', 'snapshot')?.text ?? '');
    const { link } = sampleSnapshot('healthy').facts;
    const known = link?.status === 'known' ? link.value : undefined;
    expect(snapshot.facts.link.value).toMatchObject({
      legalEntities: ['USMF', 'NONE'],
      apiHub: known?.apiHub,
      linked: true,
    });
  });

  test('confirm a link between the environments that the cards name, as on the command line', async () => {
    const { link: _link, ...facts } = sampleSnapshot('healthy').facts;
    const { show, session } = await given({ 'a.json': { ...sampleSnapshot('healthy'), facts } });
    await show({}, { 'link-legalEntities': 'USMF DEMF' });
    const withCompanies = { ...sampleSnapshot('healthy'), facts: withLegalEntities(facts, ['USMF', 'DEMF']) };
    expect(JSON.parse(session.exported('report', 'json')?.text ?? '').outcomes).toEqual(
      evaluateSnapshot(withCompanies).outcomes,
    );
  });

  test('confirm a link to an address that is typed beside them', async () => {
    const { show, session } = await given({ text: 'DWDVEV1004' });
    await show({}, { 'link-legalEntities': 'USMF', 'dataverseEnvironment-url': 'https://contoso.crm.dynamics.com' });
    const { link } = JSON.parse(session.exported('report', 'snapshot')?.text ?? '').facts;
    expect(link.value).toMatchObject({ linked: true, dataverseUrl: 'https://contoso.crm.dynamics.com' });
  });

  test('that there is no link counts, whatever the cards name', async () => {
    const { link: _link, ...facts } = sampleSnapshot('healthy').facts;
    const { show, session } = await given({ 'a.json': { ...sampleSnapshot('healthy'), facts } });
    await show({}, { 'link-linked': 'no' });
    const outcomes: readonly Outcome[] = JSON.parse(session.exported('report', 'json')?.text ?? '').outcomes;
    expect(outcomes.find(({ code }) => code === 'DWFOEV9303')?.status).toBe('failed');
  });

  test('are prefilled from the cards that say them', async () => {
    const { show } = await given({ 'a.json': sampleSnapshot('healthy') });
    const { known } = await show();
    expect(known['link-linked']).toEqual({ value: 'yes', from: 'a.json' });
    expect(known['finopsEnvironment-applicationRelease']?.from).toBe('a.json');
  });

  const ids = factFields.map(({ id }) => id);
  property.prop([fc.dictionary(fc.constantFrom(...ids), fc.string())], { numRuns: runs(40) })(
    'never throw, whatever is typed',
    async (typed) => {
      const { show } = await given({ 'a.json': sampleSnapshot('healthy') });
      expect((await show({}, typed)).results.length).toBeGreaterThan(0);
    },
  );
});

describe('options', () => {
  test('are those of the command line', async () => {
    const { show, session } = await given({ 'a.json': sampleSnapshot('every-dependency-code') });
    const snapshot = sampleSnapshot('every-dependency-code');
    await show({ failOn: 'warning', gate: 'none', roleModel: 'system-administrator', only: 'dwdvev1007 DWDVEV1004' });
    const wanted = evaluateSnapshot(snapshot, {
      failOn: 'warning',
      gate: 'none',
      roleModel: 'system-administrator',
      only: ['DWDVEV1007', 'DWDVEV1004'],
    });
    expect(JSON.parse(session.exported('report', 'json')?.text ?? '').outcomes).toEqual(
      JSON.parse(json(wanted)).outcomes,
    );
  });

  test('a code that is not known is named, and everything is checked', async () => {
    const { show } = await given({ 'a.json': sampleSnapshot('healthy') });
    const shown = await show({ only: 'DWDVEV9999' });
    expect(shown.problem).toContain('DWDVEV9999');
    expect(headingsOf(shown)[0]).toContain('Healthy');
  });

  test('one of several environments is chosen by its host', async () => {
    const { show } = await given({ 'a.json': sampleSnapshot('healthy'), 'b.json': elsewhere() });
    const all = await show();
    expect(all.environments).toHaveLength(2);
    expect(labelsOf(all)[0]).toBe('All environments');
    const [host = ''] = all.environments;
    expect(labelsOf(await show({ environment: host }))[0]).toBe('Report');
  });
});

describe('exports', () => {
  test('are byte for byte those of the reporters', async () => {
    const snapshot = sampleSnapshot('every-dependency-code');
    const { show, session } = await given({ 'a.json': snapshot });
    await show();
    const report = JSON.parse(session.exported('report', 'json')?.text ?? '');
    const text = (format: 'html' | 'markdown' | 'sarif' | 'junit') => session.exported('report', format)?.text;
    expect(text('html')).toBe(html(report));
    expect(text('markdown')).toBe(markdown(report));
    expect(text('sarif')).toBe(sarif(report));
    expect(text('junit')).toBe(junit(report));
  });

  const secret = 'someone@contoso.com';

  test('a ticket and a snapshot are redacted', async () => {
    const snapshot = sampleSnapshot('healthy');
    const named: Snapshot = { ...snapshot, environment: { name: `of ${secret}` } };
    const { show, session } = await given({ 'a.json': named, text: `Unable to write: password=hunter2 ${secret}` });
    await show();
    for (const format of ['ticket', 'snapshot'] as const) {
      expect(session.exported('report', format)?.text.length).toBeGreaterThan(100);
      expect(session.exported('report', format)?.text).not.toContain(secret);
    }
  });

  test('a ticket names what was removed once, however Markdown escapes it', async () => {
    const token = 'eyJhbGciOiJIUzI1NiJ9_a.eyJzdWIi_x.SflKxwRJSMeKKF2QT4f_wp';
    const { show, session } = await given({
      'a.json': { ...sampleSnapshot('healthy'), environment: { name: `of first_last@contoso.com ${token}` } },
      text: `Unable to write data to entity accounts. Writes to CustCustomerV3Entity failed with error message Request failed with status code BadRequest and CDS error code : 0x80041234 response message: plug-in says Bearer ${token} password=hunt_er client_secret: Ab_c~1_2345`,
    });
    for (const { key } of (await show()).results) {
      const text = session.exported(key, 'ticket')?.text ?? '';
      expect(text).not.toMatch(/SflKx|eyJ|hunt|2345|last@|\[secret\]\[/);
    }
    expect(session.exported('report', 'ticket')?.text).toContain('[email');
  });

  test('what is not there is not exported', async () => {
    const { session, show } = await given({ text: 'DWDVEV1004' });
    await show();
    expect(session.exported('other', 'html')).toBeUndefined();
    expect(session.exported('explained', 'sarif')).toBeUndefined();
    expect(session.exported('explained', 'snapshot')).toBeUndefined();
    expect(session.htmlOf('other')).toBeUndefined();
  });
});

describe('hostile inputs', () => {
  test.each(Object.entries(hostileTexts))('%s: none of its markup is in a result', async (_, text) => {
    const snapshot = sampleSnapshot('healthy');
    const { show, session } = await given({
      'a.json': { ...snapshot, environment: { name: text } },
      [text]: `Unable to write ${text}`,
    });
    const { results } = await show();
    for (const { key } of results) expect(session.htmlOf(key)).not.toMatch(/<(?:script|img|iframe|style|object)\b/i);
  });

  test.each([
    ['deep JSON', '['.repeat(200_000)],
    ['no text', '   '],
    ['a null character', '\u0000'],
    ['__proto__', '{"__proto__":{"polluted":1},"schemaVersion":1,"facts":{"__proto__":{}}}'],
  ])('%s is a card of its own', async (_, text) => {
    const { show, cards } = await given({
      'a.json': new TextEncoder().encode(text),
      'b.json': sampleSnapshot('healthy'),
    });
    expect(cards).toHaveLength(2);
    expect(headingsOf(await show()).join()).toContain('Healthy');
  });
});
