import { describe, expect, test } from 'vitest';
import { responsibilities, responsibilitiesSource, topics } from '../../src/diagnosis/index.js';
import { askForActuals, syncActuals, validateActuals } from '../../src/diagnosis/project-actuals.js';
import { readTheMark, sameWordsWhenGreen } from '../../src/diagnosis/read-the-mark.js';
import type { RemediationOption } from '../../src/rules/remediation/remediation.js';

const isSentence = /\w.{10,}/s;
const isTitle = /\w.{5,}[^.]$/s;

/** What is wrong with an option: a text that says nothing, or nobody who can act. */
function faultsOf({ title, steps, performedBy, links, destroys }: RemediationOption): readonly string[] {
  return [
    ...(isTitle.test(title) ? [] : [`title: ${title}`]),
    ...steps.filter((step) => !isSentence.test(step)),
    ...(steps.length > 0 ? [] : ['no steps']),
    ...(performedBy.length > 0 && performedBy.every((one) => /^[a-z]+(?:-[a-z]+)*$/.test(one)) ? [] : ['nobody']),
    ...links.map(({ url }) => url).filter((url) => !/^https:\/\/[\w.-]+\/\S/.test(url)),
    ...(destroys === null || destroys.length > 10 ? [] : ['destroys something']),
  ];
}

describe('topics', () => {
  test.each(topics)('$id says what it is, why it happens and what to do', ({ title, causes, remediation, source }) => {
    expect(title).toMatch(/\w.{5,}/);
    expect(causes.filter((cause) => !isSentence.test(cause))).toEqual([]);
    expect(remediation.summary).toMatch(isSentence);
    expect(remediation.options.flatMap(faultsOf)).toEqual([]);
    expect(source.title).toMatch(/\w{3,}/);
  });
});

describe('options that several topics have', () => {
  test.each([readTheMark, syncActuals, validateActuals, askForActuals])('$title', (option) => {
    expect(faultsOf(option)).toEqual([]);
    expect(option.destroys).toBeNull();
    expect(topics.some(({ remediation }) => remediation.options.includes(option))).toBe(true);
  });

  test('who acts, and where it is described', () => {
    expect([readTheMark, syncActuals, validateActuals, askForActuals].map(({ performedBy }) => performedBy)).toEqual([
      ['finops-system-administrator', 'dataverse-system-administrator'],
      ['dataverse-system-administrator', 'finops-system-administrator'],
      ['finops-system-administrator'],
      ['microsoft-support'],
    ]);
    expect([readTheMark, syncActuals, validateActuals, askForActuals].map(({ links }) => links.length)).toEqual([
      2, 1, 1, 0,
    ]);
  });

  test('a line of the health check is only a hint', () => {
    expect(sameWordsWhenGreen).toMatch(/hint: .*green/);
    expect(topics.some(({ causes }) => causes.includes(sameWordsWhenGreen))).toBe(true);
  });
});

test('who may do what with a connection', () => {
  const both = ['finops-system-administrator', 'dataverse-system-administrator'];
  expect(responsibilities.map(({ task, requires }) => [task, requires])).toEqual([
    ['link', [...both, 'tenant-administrator']],
    ['add-maps', ['setup-user']],
    ['monitor', both],
    ['edit-maps', both],
  ]);
  for (const { title, note } of responsibilities) {
    expect(title).toMatch(/^\p{Lu}.{5,}[^.]$/u);
    expect(note).toMatch(isSentence);
  }
  expect(responsibilitiesSource).toEqual({
    title: expect.stringContaining('dual-write module'),
    date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
  });
});
