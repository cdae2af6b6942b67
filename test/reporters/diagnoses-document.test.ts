import { describe, expect, test } from 'vitest';
import { diagnose, diagnoseLines, topics } from '../../src/diagnosis/index.js';
import { diagnosesDocument } from '../../src/reporters/documents/diagnoses-document.js';
import { diagnosisLogDocument } from '../../src/reporters/documents/diagnosis-log-document.js';
import { topicDocument } from '../../src/reporters/documents/topic-document.js';
import { performerInWords } from '../../src/reporters/performer-in-words.js';
import { toHtml } from '../../src/reporters/to-html.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { shownResults } from '../support/shown-results.js';
import { wordsOf } from '../support/words-of.js';

const text =
  'Unable to write data to entity accounts. Unable to lookup transactioncurrencies with values {USD}.\nProject validation failed. [DIPV1000] Connection validation failed.';
const formats = [
  ['pretty', toPretty],
  ['Markdown', toMarkdown],
  ['a page', toHtml],
] as const;

test('nothing that is known', () => {
  expect(toPretty(diagnosesDocument([]))).toBe(
    'NOTHING WAS RECOGNIZED\nPaste the whole message, with the inner errors and the codes in it.\n',
  );
});

test.each(formats)(
  '%s: the cause first, with what is in the text, who can fix it, every way, its causes, and the source',
  (_, show) => {
    const diagnoses = diagnose(text);
    expect(diagnoses).toHaveLength(2);
    const words = wordsOf(show(diagnosesDocument(diagnoses)));
    for (const { title, causes, remediation, rules, source, captures } of diagnoses) {
      const options = remediation.options.flatMap((option) => [option.title, ...option.steps, option.destroys ?? '']);
      for (const said of [title, ...causes, remediation.summary, ...options, ...rules, source?.title ?? ''])
        expect(words).toContain(wordsOf(said));
      for (const values of Object.values(captures)) expect(words).toContain(values[0]);
    }
    expect(words).toContain('2 known problems in this text');
    expect(words).toMatch(/a connection .*DIPV1000.* also in this text .*live-sync-reference-data-missing/i);
    expect(words).toContain('check --only DWDVEV1001,DWFOEV1001');
  },
);

describe('a known problem', () => {
  test('in short', () => {
    const topic = topics.find(({ id }) => id === 'configuration-key-disabled') ?? expect.fail();
    expect(toPretty(topicDocument(topic))).toMatchInlineSnapshot(`
      "Map does not work: a configuration key is disabled
      configuration-key-disabled, while starting a map

      HOW TO FIX IT
        Enable the keys of all fields of the entity, or map an entity that does not need them.
        Who can fix it: system administrator of finance and operations and developer.
        Fix: Enable the configuration key  (system administrator of finance and operations)
          1. Find the keys: in Visual Studio, look at the Configuration Key property of the entity, its data sources and its fields.
          2. Plan a maintenance window, and put finance and operations into maintenance mode.
          3. Go to System administration > Setup > License configuration, select the keys, save, and leave maintenance mode.
          4. In Data management, open Framework parameters > Entity settings and select Refresh entity list.
          5. On the Dual-write page, stop the map, select Refresh tables in it, and run it again.
        Or: Map your own entity  (developer and system administrator of finance and operations)
          1. In Visual Studio, create a data entity with only the fields whose keys are enabled; it must be public and enabled for data management.
          2. Build, synchronize the database, deploy, and refresh the entity list.
          3. On the Dual-write page, add a map between the new entity and the Dataverse table, set its integration key, and run it instead of the old one.

      CAUSES
        • A field of the finance and operations entity belongs to a configuration key that is off, so the entity cannot be used for live synchronization. Customers V3 needs the Retail key, because of RetailCustTable.

      Source: Troubleshoot live synchronization issues, 2021-08-19
      "
    `);
  });

  test.each(topics)('$id: who can fix it is said', (topic) => {
    const words = wordsOf(toPretty(topicDocument(topic)));
    for (const performer of topic.performedBy) expect(words).toContain(performerInWords(performer));
    expect(words).toContain(topic.source.date);
  });

  test.each(formats)('%s: every part of it', (_, show) => {
    const topic = topics.find(({ rules }) => rules.length > 1) ?? expect.fail();
    const { id, title, causes, remediation, rules, source } = topic;
    const words = wordsOf(show(topicDocument(topic)));
    for (const said of [title, topic.code ?? id, ...causes, remediation.summary, ...rules, source.title, source.date])
      expect(words).toContain(wordsOf(said));
  });
});

describe('a log', () => {
  const failed = '2026-11-20 10:00:00 Project validation failed. [DIPV1000] Connection validation failed.';
  const log = [failed, failed.replace('10:', '12:'), '2026-11-20 13:00:00 nothing of the kind'];

  test('what is in it how often, from when to when', () => {
    expect(toPretty(diagnosisLogDocument(diagnoseLines(log)))).toMatchInlineSnapshot(`
      "1 known problem in this log
      1 record reports no known problem.

      KNOWN PROBLEMS
        • 2 × A connection of the link no longer works  DIPV1000
          • from 2026-11-20 10:00:00 to 2026-11-20 12:00:00
          • 2026-11-20 10:00:00 Project validation failed. [DIPV1000] Connection validation failed.
      "
    `);
  });

  test.each(formats)('%s: every part of it', (_, show) => {
    const words = wordsOf(show(diagnosisLogDocument(diagnoseLines(log))));
    for (const said of [
      '1 known problem in this log',
      '1 record reports no known problem.',
      '2 ×',
      'DIPV1000',
      '12:00:00',
    ])
      expect(words).toContain(said);
  });

  test.each([
    [[], 'There are no records in it.'],
    [['nothing', 'nothing'], '2 records report no known problem.'],
    [[failed], 'Every record reports a known problem.'],
  ])('%j', (lines, said) => expect(toPretty(diagnosisLogDocument(diagnoseLines(lines)))).toContain(said));

  test('very many problems are cut', () => {
    const document = shownResults['a log']?.('x', 1_000) ?? expect.fail();
    expect(toPretty(document)).toContain('… and 800 more problems');
  });
});
