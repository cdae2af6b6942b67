import type { Topic } from '../../src/diagnosis/topic.js';
import { phaseInWords } from '../../src/reporters/documents/problem-blocks.js';
import { markdownText } from '../../src/reporters/escape.js';
import { catalogue } from '../../src/rules/catalogue.js';
import { lookAlikes } from './look-alikes.js';

/** The page of a topic in `docs`, with how the check confirms it and what looks like it. */
export function withConfirmation(markdown: string, topic: Topic, topics: readonly Topic[]): string {
  const [before = '', source = ''] = splitAt(markdown, '\n## Source\n');
  const [page = ''] = splitAt(before, '\n## Rules that detect it\n');
  return [page.trimEnd(), confirmation(topic), ...neighbors(lookAlikes(topic, topics)), source.trim()]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function splitAt(text: string, mark: string): readonly string[] {
  const place = text.indexOf(mark);
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place)];
}

function confirmation({ rules }: Topic): string {
  const found = catalogue.filter(({ code }) => rules.includes(code));
  if (found.length === 0)
    return '## How to confirm it\n\nNo rule of the health check looks for this problem. The message, and that it does not return after the fix, are all there is.';
  const lines = found.map(
    ({ code, title, needs }) =>
      `- [${code}](../rules/${code}.md): ${markdownText(title)}. It reads ${needs.map((fact) => `\`${fact}\``).join(', ')}.`,
  );
  return [
    '## How the check confirms it',
    `${rules.length === 1 ? 'This rule looks' : 'These rules look'} for it. A finding confirms the message only if it is about the same thing; a pass after the fix says that the cause is gone.`,
    lines.join('\n'),
    `\`\`\`text\ndual-write-health check snapshot.json --only ${rules.join(',')}\n\`\`\``,
  ].join('\n\n');
}

function neighbors(topics: readonly Topic[]): readonly string[] {
  if (topics.length === 0) return [];
  const lines = topics.map(
    ({ id, title, phase, causes: [cause] }) =>
      `- [${markdownText(title)}](${id}.md), ${phaseInWords[phase]}: ${sentence(cause)}`,
  );
  return [`## Problems that look alike\n\n${lines.join('\n')}`];
}

/** A cause after a colon. */
function sentence(cause: string): string {
  return markdownText(cause).replace(/[^.!?]$/, '$&.');
}
