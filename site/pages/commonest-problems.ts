import { topics } from '../../src/diagnosis/all-topics.js';
import type { Topic } from '../../src/diagnosis/topic.js';
import { labeledMessages, publishedMessages } from '../../test/diagnosis/labeled-messages.js';

/**
 * The twelve problems that people write about most. What counts is how many of the messages that were published in forums, issues and
 * articles (`test/diagnosis/messages/public.jsonl`) belong to each: nobody measures dual-write errors in public, and other labeled messages
 * were written to test how a problem is recognized. Between equal numbers those decide.
 */
export function commonestProblems(): readonly Topic[] {
  const published = countsOf(publishedMessages);
  const labeled = countsOf(labeledMessages);
  const counts = ({ id }: Topic) => [published.get(id) ?? 0, labeled.get(id) ?? 0] as const;
  return [...topics]
    .sort((a, b) => {
      const [[aPublished, aLabeled], [bPublished, bLabeled]] = [counts(a), counts(b)];
      return bPublished - aPublished || bLabeled - aLabeled || (a.id < b.id ? -1 : 1);
    })
    .slice(0, 12);
}

function countsOf(messages: readonly { readonly topic: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { topic } of messages) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return counts;
}
