import { describe, expect, test } from 'vitest';
import type { EntityMap } from '../../src/maps/index.js';
import { selectVersion, type WantedVersion } from '../../src/maps/select-version.js';
import { selectedVersionDocument } from '../../src/reporters/documents/selected-version-document.js';
import { toHtml } from '../../src/reporters/to-html.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { map } from '../solutions/target.js';
import { shownResults } from '../support/shown-results.js';
import { wordsOf } from '../support/words-of.js';

function documentOf(versions: readonly EntityMap[], wanted: WantedVersion = {}) {
  const name = 'accounts - Customers V3';
  return selectVersion(versions, wanted).match(
    (selected) => selectedVersionDocument(name, selected),
    (fault) => selectedVersionDocument(name, fault),
  );
}

const saved = [map(), map('accounts', { version: '1.0.0.6' }), map('accounts', { version: '9.9.9.9' })];

test('the version, why, and how to choose it', () => {
  expect(toPretty(documentOf(saved))).toMatchInlineSnapshot(`
    "Version 1.0.0.6 of contoso  accounts - Customers V3
    Why: 1.0.0.6 is the newest of 3 versions; passed over: 9.9.9.9 (parked).
    Nothing was changed: this only says which version would be used.

    HOW TO USE IT
      1. Choose the version on the Dual-write page  (system administrator of finance and operations)
        1. In finance and operations, open Data management > Dual-write, select accounts - Customers V3, and stop it if it runs.
        2. With the map selected, open Table map version.
        3. Select the row with version 1.0.0.6 of contoso.
        4. Select Save.
        5. Run the map again if it ran before.
        Lost by this: Columns that are mapped only in the current version are no longer synchronized. That version stays saved and can be chosen again. What is written while the map is stopped arrives only with the next initial sync.
        see Application lifecycle management: https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/dual-write/app-lifecycle-management
    "
  `);
});

test('of a part of the versions it says that a newer one may be saved', () => {
  const [selected] = selectVersion(saved).match(
    (one) => [one],
    () => [],
  );
  if (selected === undefined) throw new Error('expected a version');
  const document = selectedVersionDocument('accounts', selected, { coverage: 'partial', detail: 'rows are hidden' });
  expect(toPretty(document)).toContain(
    'The list of versions may not be complete: rows are hidden. A newer version may be saved.',
  );
});

test.each<[string, readonly EntityMap[], WantedVersion, string, string]>([
  ['the newest', saved, {}, 'Version 1.0.0.6 of contoso', 'passed over: 9.9.9.9 (parked)'],
  ['the only one', [map()], {}, 'Version 1.0.0.5 of contoso', 'is the only version'],
  ['one that was requested', saved, { version: '1.0.0.5' }, 'Version 1.0.0.5 of contoso', 'was requested'],
  ['none', [], {}, 'NO VERSION CAN BE CHOSEN', 'Give the saved versions of the map.'],
  [
    'several publishers',
    [...saved, map('accounts', { publisher: 'fabrikam' })],
    {},
    'NO VERSION CAN BE CHOSEN',
    '• fabrikam',
  ],
  ['an unknown publisher', saved, { publisher: 'fabrikam' }, 'NO VERSION CAN BE CHOSEN', '• contoso'],
  ['an unknown version', saved, { version: '7.0' }, 'NO VERSION CAN BE CHOSEN', '• 9.9.9.9'],
  ['what is not a version', saved, { version: 'x' }, 'NO VERSION CAN BE CHOSEN', 'Give a version such as 1.0.0.5.'],
  [
    'two rows of one version',
    [map(), map('accounts', { id: 2 })],
    {},
    'NO VERSION CAN BE CHOSEN',
    '• 00000000-0000-4000-8000-000000000002',
  ],
  ['parked ones only', [map('accounts', { version: '9.9.9.9' })], {}, 'NO VERSION CAN BE CHOSEN', '• 9.9.9.9'],
])('%s', (_what, versions, wanted, heading, said) => {
  const text = toPretty(documentOf(versions, wanted));
  expect(text.split('\n')[0]).toBe(`${heading}  accounts - Customers V3`);
  expect(text).toContain(said);
});

describe('every format holds the facts', () => {
  test.each([
    ['pretty', toPretty],
    ['Markdown', toMarkdown],
    ['a page', toHtml],
  ])('%s', (_format, show) => {
    const words = wordsOf(show(documentOf(saved)));
    for (const said of [
      'Version 1.0.0.6 of contoso',
      'Why: 1.0.0.6 is the newest of 3 versions',
      'open Table map version',
      'Select the row with version 1.0.0.6 of contoso.',
      'Nothing was changed',
      'system administrator of finance and operations',
      'That version stays saved and can be chosen again.',
    ])
      expect(words).toContain(said);
  });
});

test('very many publishers are cut', () => {
  expect(toPretty(shownResults['no version selected']?.('x', 5_000) ?? expect.fail())).toContain(
    '… and 4,990 more publishers',
  );
});
