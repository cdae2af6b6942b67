/**
 * `npm run new-topic id phase`: a new topic of the diagnosis with a message that it recognizes, and its page, with placeholders
 * to fill in.
 */
import { appendFileSync, readdirSync } from 'node:fs';
import { camelCase, finish, insert, refuse, remediation, write } from './scaffold.js';

const topics = new URL('../src/diagnosis/topics/', import.meta.url);
const phases = readdirSync(topics, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

const [id = '', phase = ''] = process.argv.slice(2);
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || !phases.includes(phase)) {
  refuse(`usage: npm run new-topic my-new-topic ${phases.join('|')}`);
}
const words = `the words of ${id} as the product shows them`;

write({
  [`src/diagnosis/topics/${phase}/${id}.ts`]: `import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const ${camelCase(id)} = /* @__PURE__ */ defineTopic({
  id: '${id}',
  title: 'What does not work',
  phase: '${phase}',
  causes: ['Why it does not work.'],
  performedBy: ['dataverse-system-administrator'],
${remediation}  rules: [],
  source: { title: 'The article that says so', date: '2026-01-15' },
  signatures: [{ all: ['${words}'] }],
});
`,
});
appendFileSync(
  new URL(`../test/diagnosis/messages/${phase}.jsonl`, import.meta.url),
  ['Error', 'It failed'].map((start) => `${JSON.stringify({ topic: id, text: `${start}: ${words}.` })}\n`).join(''),
);
insert('src/diagnosis/symptoms.ts', `  '${id}': ['What people see where ${id} is the problem'],\n`, {
  after: /^export const symptoms.*\n/m,
});
finish(
  `fill in src/diagnosis/topics/${phase}/${id}.ts and what people see in src/diagnosis/symptoms.ts, and add real messages to test/diagnosis/messages/${phase}.jsonl.`,
);
