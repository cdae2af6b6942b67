import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.js';
import { evaluateSnapshot } from '../../src/index.js';
import { diagnosesDocument } from '../../src/reporters/documents/diagnoses-document.js';
import { reportDocument } from '../../src/reporters/documents/report-document.js';
import { toHtml, toHtmlBody } from '../../src/reporters/index.js';
import { hostileTexts, sampleSnapshot } from '../support/hostile-report.js';

const reportOf = (name: string) =>
  reportDocument(evaluateSnapshot({ ...sampleSnapshot('every-dependency-code'), environment: { name } }));

describe('toHtmlBody', () => {
  test.each([
    ['a report', reportOf('contoso')],
    ['a diagnosis', diagnosesDocument(diagnose('Unable to generate runtime configuration: DWDVEV1004'))],
  ])('%s: what it writes is the page without what is around it', (_, document) => {
    const body = toHtmlBody(document);
    expect(body).toMatch(/^<section class="verdict/);
    expect(toHtml(document)).toContain(body);
    expect(body).not.toMatch(/<(?:html|head|body|main|style|script|meta)\b/);
  });

  test.each(Object.entries(hostileTexts))('%s is text', (_, text) => {
    const around = toHtmlBody(reportOf('contoso')).match(/<[a-z]/g);
    expect(toHtmlBody(reportOf(text)).match(/<[a-z]/g)?.length).toBe(around?.length);
  });
});
