import { responsibilities, responsibilitiesSource } from '../../src/diagnosis/responsibilities.js';
import { symptoms } from '../../src/diagnosis/symptoms.js';
import type { Topic } from '../../src/diagnosis/topic.js';
import { markdownText } from '../../src/reporters/escape.js';
import { performerInWords } from '../../src/reporters/performer-in-words.js';
import type { Rule } from '../../src/rules/rule.js';
import type { LabeledMessage } from '../../test/diagnosis/labeled-messages.js';
import { fixSections } from './rule-pages.js';

/** The page of one topic, from its data and its labeled messages. */
export function errorPage(topic: Topic, messages: readonly LabeledMessage[]): string {
  const { id, code, title, phase, causes, performedBy, remediation, rules, source } = topic;
  return `${[
    `# ${title}`,
    'This page is generated from the topic and its labeled messages.',
    [
      `- **Id:** \`${id}\`${code === undefined || code === id ? '' : `, code \`${code}\``}`,
      `- **Phase:** ${phase}`,
      `- **Who can fix it:** ${performedBy.map(performerInWords).join(' and ')}`,
    ].join('\n'),
    `## What it looks like\n\n${[
      ...(symptoms[id] === undefined ? [] : [symptoms[id].map((text) => `- ${markdownText(text)}`).join('\n')]),
      ...messages.slice(0, mostExamples).map(({ text }) => quoted(text)),
    ].join('\n\n')}`,
    `## Causes\n\n${causes.map((cause) => `- ${cause}`).join('\n')}`,
    `## Fix\n\n${fixSections(remediation)}`,
    ...(rules.length === 0
      ? []
      : [`## Rules that detect it\n\n${rules.map((rule) => `- [${rule}](../rules/${rule}.md)`).join('\n')}`]),
    `## Source\n\n*${source.title}*, ${source.date}`,
  ].join('\n\n')}\n`;
}

const mostExamples = 4;
const mostCharacters = 600;

/** A fence longer than any inside. */
function quoted(text: string): string {
  const shown = text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
  const longest = Math.max(2, ...(shown.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${shown}\n${fence}`;
}

/** The index by message, phase by phase, and who can do what. */
export function errorIndex(topics: readonly Topic[], messagesOf: (id: string) => readonly LabeledMessage[]): string {
  const phases = [...new Set(topics.map(({ phase }) => phase))];
  const sections = phases.map((phase) => {
    const rows = topics
      .filter((topic) => topic.phase === phase)
      .map(
        (topic) =>
          `| ${exampleOf(topic.id, messagesOf(topic.id)[0])} | [${markdownText(topic.title)}](${topic.id}.md) |`,
      );
    return [`## ${titles[phase]}`, ['| Message or symptom | Problem |', '|---|---|', ...rows].join('\n')].join('\n\n');
  });
  const table = responsibilities.map(
    ({ title, requires, note }) => `| ${title} | ${requires.map(performerInWords).join(' and ')} | ${note} |`,
  );
  return `${[
    '# Errors',
    'This page is generated. `dual-write-health diagnose FILE` finds the right page for a text, however it was pasted. Without a message, look [by symptom](by-symptom.md).',
    ...sections,
    '## Who can do what',
    ['| Task | Who | |', '|---|---|---|', ...table].join('\n'),
    `Source: *${responsibilitiesSource.title}*, ${responsibilitiesSource.date}`,
  ].join('\n\n')}\n`;
}

/** The index by what people see where no message is: topics phase by phase, then rules. */
export function symptomIndex(topics: readonly Topic[], rules: readonly Pick<Rule, 'code' | 'title'>[]): string {
  const phases = [...new Set(topics.map(({ phase }) => phase))];
  const ids = new Set(topics.map(({ id }) => id));
  const ofTopics = phases.map((phase) => {
    const own = topics.filter((topic) => topic.phase === phase);
    return symptomTable(
      titles[phase],
      own.map(({ id, title }) => ({ id, link: `[${markdownText(title)}](${id}.md)` })),
    );
  });
  const ofRules = symptomTable(
    'Found by rules',
    rules
      .filter(({ code }) => !ids.has(code))
      .map(({ code, title }) => ({ id: code, link: `[${code}: ${markdownText(title)}](../rules/${code}.md)` })),
  );
  return `${[
    '# Symptoms',
    'This page is generated. `dual-write-health explain WORDS` searches it in your own words. [Error messages](README.md) have an index of their own.',
    ...ofTopics,
    ofRules,
  ].join('\n\n')}\n`;
}

function symptomTable(title: string, subjects: readonly { readonly id: string; readonly link: string }[]): string {
  const rows = subjects.flatMap(({ id, link }) =>
    (symptoms[id] ?? []).map((text) => `| ${markdownText(text)} | ${link} |`),
  );
  return [`## ${title}`, ['| What people see or ask | Problem |', '|---|---|', ...rows].join('\n')].join('\n\n');
}

const titles: Readonly<Record<Topic['phase'], string>> = {
  link: 'Setting up and linking',
  'map-start': 'Adding, starting and stopping maps',
  'initial-sync': 'Initial synchronization',
  'live-sync': 'Live synchronization',
  'user-interface': 'The Dual-write page',
  upgrade: 'Upgrades',
  async: 'Asynchronous synchronization',
  throttling: 'Throttling',
};

const mostInIndex = 160;

/** The first message of a topic, else what people see. */
function exampleOf(id: string, message: LabeledMessage | undefined): string {
  return message === undefined ? markdownText(symptoms[id]?.[0] ?? '') : inOneLine(message.text);
}

/** A message as code in a cell: nothing in it is markup. */
function inOneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('`', "'").replaceAll('|', '\\|').trim();
  return `\`${line.length > mostInIndex ? `${line.slice(0, mostInIndex)}…` : line}\``;
}
