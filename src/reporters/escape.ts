/**
 * Characters that change how the text around them is shown: control characters (terminal escapes among them), marks that
 * turn the writing direction, invisible ones, line separators and halves of surrogate pairs.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
const treacherous =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}/gu;

/** Text from outside, harmless on one line of a terminal: what is treacherous is shown as `\u001b`. */
export function visible(text: string): string {
  return text.replace(treacherous, escapeUnit);
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
  return json.replace(treacherous, (character) => (character === '\n' ? character : escapeUnit(character)));
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
