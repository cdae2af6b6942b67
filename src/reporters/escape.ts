/**
 * Characters that change how the text around them is shown: control characters (terminal escapes among them), marks that
 * turn the writing direction or are invisible, line separators and halves of surrogate pairs.
 */
const treacherous = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Text from outside, harmless on one line of a terminal: what is treacherous is shown as `\u001b`. */
export function visible(text: string): string {
  return text.replace(treacherous, escaped);
}

/** {@link visible}, and no longer than `limit` characters: a very long name must not hide the rest. */
export function visibleStart(text: string, limit = 200): string {
  // Twice the limit in code units holds at least `limit` characters: no need to go through a megabyte of text.
  const characters = [...text.slice(0, 2 * limit + 2)];
  return characters.length > limit || text.length > 2 * limit + 2
    ? `${visible(characters.slice(0, limit).join(''))}…`
    : visible(text);
}

/** JSON text in which nothing treacherous is left as it is; it parses to the same value. */
export function visibleJson(json: string): string {
  return json.replace(treacherous, (character) => (character === '\n' ? character : escaped(character)));
}

function escaped(character: string): string {
  const units = character.split('');
  return units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}

/** Text from outside inside a line of Markdown: nothing in it is markup, and it stays on its line. */
export function markdownText(text: string): string {
  return visible(text.replace(/\s+/g, ' ')).replace(/[\\`*_{}[\]<>()#+!|~&@:=$^-]/g, '\\$&');
}
