import { describe, expect, test } from 'vitest';
import { explain } from '../../src/diagnosis/explain.js';
import { evaluateSnapshot, snapshotOf } from '../../src/index.js';
import { explanationsDocument, explanationsSection } from '../../src/reporters/documents/explanations-document.js';
import { toHtml } from '../../src/reporters/to-html.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { sampleSnapshot } from '../support/hostile-report.js';
import { wordsOf } from '../support/words-of.js';

const broken = evaluateSnapshot(sampleSnapshot('every-dependency-code'));
const healthy = evaluateSnapshot(sampleSnapshot('healthy'));
const blind = evaluateSnapshot(snapshotOf('blind', {}, { takenAt: '2026-11-20T10:00:00Z' }));
const connection = 'Project validation failed. [DIPV1000] Connection validation failed.';
const key = 'The configuration key of the dual-write map is disabled';

test.each([
  ['confirmed', connection, broken, 'CAUSE CONFIRMED', 'confirmed: a rule that looks for it failed'],
  ['ruled out', connection, healthy, 'KNOWN CAUSES RULED OUT', 'ruled out: the rules that look for it found nothing'],
  ['open', connection, blind, 'CAUSE NOT KNOWN FOR CERTAIN', 'open: not every rule that looks for it could answer'],
  ['no rule looks for it', key, broken, 'CAUSE CANNOT BE CHECKED', 'not checked: no rule in this report looks for it'],
  ['nothing', 'hello', broken, 'NOTHING WAS RECOGNIZED', 'Paste the whole message'],
])('%s', (_what, text, report, heading, said) => {
  const shown = toPretty(explanationsDocument(explain(text, report), report));
  expect(shown.split('\n')[0]).toBe(`${heading}  ${report.environment.name}`);
  expect(shown).toContain(said);
});

describe('every format holds the rules that are the evidence, and the diagnosis', () => {
  const explanations = explain(connection, broken);
  const document = explanationsDocument(explanations, broken);
  test.each([
    ['pretty', toPretty(document)],
    ['Markdown', toMarkdown(document)],
    ['a page', toHtml(document)],
  ])('%s', (_format, text) => {
    const words = wordsOf(text);
    for (const { diagnosis, evidence } of explanations) {
      for (const said of [
        diagnosis.title,
        ...diagnosis.causes,
        diagnosis.remediation.summary,
        ...evidence.map((one) => one.code),
      ])
        expect(words).toContain(wordsOf(said));
    }
    expect(words).toMatch(/DWDVEV1001 Dataverse connection missing \W*failed/);
  });
});

test('a part of the document of a report, without that report too', () => {
  const section = explanationsSection(explain(connection, broken));
  expect(section).toMatchObject({ type: 'section', id: 'explained', count: 1 });
  expect(explanationsSection([])).toMatchObject({ blocks: [{ type: 'notice', mark: 'inconclusive' }] });
});
