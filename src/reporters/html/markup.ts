import { longestName, longestText, startOf, visibleStart } from '../escape.js';

/** A piece of a page. Text from outside is harmless in it, because {@link markup} is the only way to make one of text. */
export interface Markup {
  readonly markup: string;
}

/** What a piece of a page may hold; `undefined` leaves nothing behind. */
export type Content = Markup | string | number | undefined | readonly Content[];

/**
 * Puts a page together: whatever is not itself {@link Markup} is escaped, for text and for attributes in double quotes.
 * Nothing can be forgotten, because nothing has to be remembered.
 */
export function markup(pieces: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return { markup: pieces.map((piece, index) => piece + written(contents[index])).join('') };
}

/** Our own text that a page must hold byte for byte: its style and its script. */
export function verbatim(text: string): Markup {
  return { markup: text };
}

/** Text in which words between backticks are code, as rules write their steps. */
export function prose(text: string): Content {
  const parts = startOf(text, longestText).split('`');
  // Every second part stood between two; the one after a lone backtick did not.
  const isCode = (index: number) => index % 2 === 1 && index < parts.length - 1;
  return parts.map((part, index) =>
    isCode(index) ? markup`<code>${part}</code>` : index > 0 && !isCode(index - 1) ? `\`${part}` : part,
  );
}

/** A line that must not be cut: half a statement is another statement. */
export function whole(text: string): Markup {
  return { markup: escaped(text, Number.POSITIVE_INFINITY) };
}

/** A name from outside, no longer than a name can reasonably be. */
export function nameOf(text: string): Markup {
  return { markup: `<bdi>${escaped(text, longestName)}</bdi>` };
}

function written(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escaped(content, longestText);
  if (typeof content === 'number') return String(content);
  return 'markup' in content ? content.markup : content.map(written).join('');
}

function escaped(text: string, limit: number): string {
  return visibleStart(text, limit).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
