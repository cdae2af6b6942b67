import { readdirSync, readFileSync } from 'node:fs';

/** A message as somebody pasted it, with the topic that it belongs to. */
export interface LabeledMessage {
  readonly text: string;
  readonly topic: string;
  /** Its language, if that is not English. */
  readonly lang?: string;
  readonly captures?: Readonly<Record<string, readonly string[]>>;
}

const folder = new URL('./messages/', import.meta.url);

/** Every labelled message. */
export const labeledMessages: readonly LabeledMessage[] = readdirSync(folder)
  .sort()
  .flatMap((file) => linesOf<LabeledMessage>(new URL(file, folder)));

/** Those that people published in forums, issues and articles. */
export const publishedMessages: readonly LabeledMessage[] = linesOf(new URL('./public.jsonl', folder));

/** Texts of other products, and texts without an error. */
export const lookAlikes: readonly { readonly text: string; readonly why?: string }[] = linesOf(
  new URL('./look-alikes.jsonl', import.meta.url),
);

function linesOf<T>(url: URL): readonly T[] {
  return readFileSync(url, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
