import { expect, test } from 'vitest';
import { topics } from '../../src/diagnosis/index.js';
import { fixInWords } from '../../src/reporters/in-words.js';
import { performerInWords } from '../../src/reporters/performer-in-words.js';
import { catalogue } from '../../src/rules/catalogue.js';

const fixes = [...topics, ...catalogue].map((one) => ({
  name: 'code' in one && one.code !== undefined ? one.code : 'id' in one ? one.id : '',
  remediation: one.remediation,
}));

test.each(fixes)('$name: every option has its role, its steps and what is lost', ({ remediation }) => {
  const lines = fixInWords(remediation);
  const expected = remediation.options.flatMap(({ title, performedBy, steps, destroys }, index) => [
    `${index === 0 ? 'Fix' : 'Or'}: ${title} (${performedBy.map(performerInWords).join(' and ')})`,
    ...steps.map((step, at) => `  ${at + 1}. ${step}`),
    ...(destroys === null ? [] : [`  Lost by this: ${destroys}`]),
  ]);
  expect(lines).toEqual(expected);
});
