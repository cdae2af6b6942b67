import { describe, expect, test } from 'vitest';
import { shownResultOf } from '../../src/cli/shown-result.js';
import { evaluateSnapshot } from '../../src/index.js';
import { demoSnapshot } from '../../src/inputs/demo-snapshot.js';
import { recognize, resultDocument, resultsOf } from '../../src/inputs/index.js';
import { reportDocument } from '../../src/reporters/index.js';

const now = new Date('2026-11-20T10:00:00Z');
const report = evaluateSnapshot(demoSnapshot());

/** The result that a command saved as JSON. */
function saved(of: string, value: object) {
  return { kind: 'saved', name: 'saved.json', of, value } as const;
}

const way = { title: 'a', steps: ['b'], performedBy: ['developer'], destroys: null, links: [] };
const guide = { id: 'a', title: 'b', when: 'c', parts: [way], source: { title: 'd', date: '2026-01' } };

function planOf(recordIds: object) {
  return { job: 'a', action: 'retry', requests: [{ recordIds }], remainder: [], refused: [], verdict: 'ready' };
}

describe('a result as a document', () => {
  test('is for a report what its command shows, and its JSON', () => {
    const shown = resultDocument({ kind: 'report', report, lacks: [] })._unsafeUnwrap();
    expect(shown).toEqual({ json: report, document: reportDocument(report) });
  });

  test('is that of the command for each kind, also where its JSON is read again', async () => {
    const texts = [
      "Cannot convert the literal 'x' to the expected type 'Edm.Int32'",
      'the map does not start after an update',
    ];
    const results = await Promise.all(texts.map((text) => resultsOf([recognize(text)], { now })));
    const found = results.flatMap((one) => one.results);
    expect(found.map(({ kind }) => kind)).toEqual(['diagnoses', 'topic-proposals']);
    for (const result of found) {
      const { document, json } = resultDocument(result)._unsafeUnwrap();
      const again = resultDocument(saved(result.kind, JSON.parse(JSON.stringify(json))));
      expect(again._unsafeUnwrap().document).toEqual(document);
      expect((await shownResultOf(result))._unsafeUnwrap()).toMatchObject({ document, exitCode: 0 });
    }
  });

  test.each([
    ['a kind that only programs read', saved('alert-state', {}), 'which no command shows'],
    ['a name of every object', saved('constructor', {}), 'which no command shows'],
    ['requests that were sent', saved('requests', {}), 'errors plan --queued'],
    ['a kind without its parts', saved('maps', {}), 'lacks parts of one'],
    // Found by the fuzz of files: what shows only where it is drawn, and a list that is only as long as it says.
    [
      'a step that is none',
      saved('guides', { guides: [{ ...guide, parts: [{ ...way, steps: [null] }] }] }),
      'lacks parts',
    ],
    [
      'a way without its title',
      saved('guides', { guides: [{ ...guide, parts: [{ ...way, title: {} }] }] }),
      'lacks parts',
    ],
    [
      'an address that is none',
      saved('guides', { guides: [{ ...guide, parts: [{ ...way, links: [{ title: 'a', url: true }] }] }] }),
      'lacks parts',
    ],
    ['a map without its name', saved('map-version', { selected: { version: '1', why: 'only' } }), 'lacks parts of one'],
    ['a list that is a length', saved('request-plan', planOf({ length: 4_000_000_000 })), 'lacks parts of one'],
  ])('says why there is none: %s', async (_, result, because) => {
    const fault = resultDocument(result)._unsafeUnwrapErr();
    expect(fault).toMatchObject({ name: 'saved.json', kind: 'result' });
    expect(fault.because).toContain(because);
    expect((await shownResultOf(result))._unsafeUnwrapErr()).toEqual(fault);
  });
});
