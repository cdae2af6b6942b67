/** Hostile results must not become texts that cannot be opened. No real message or step is as long. */
export const longestText = 1_000;

/** No longer than a name can reasonably be. */
export const longestName = 200;

/**
 * Characters that change how the text around them is shown: control characters (terminal escapes among them), marks that
 * turn the writing direction or are invisible, line separators and halves of surrogate pairs.
 */
const treacherous = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Text from outside, safe on one line of a terminal: what is treacherous is shown as `\u001b`. */
export function visible(text: string): string {
  return text.replace(treacherous, escaped);
}

/** {@link visible}, and no longer than `limit` characters: a very long name must not hide the rest. */
export function visibleStart(text: string, limit = longestName): string {
  return visible(startOf(text, limit));
}

/** The first `limit` characters, with `…` where there are more; not escaped yet. */
export function startOf(text: string, limit = longestName): string {
  // What is longer than twice the limit in code units has more characters: no need to go through a megabyte of text.
  const characters = [...text.slice(0, 2 * limit + 2)];
  return characters.length > limit ? `${characters.slice(0, limit).join('')}…` : text;
}

/** JSON text in which nothing treacherous is left as it is; it parses to the same value. */
export function visibleJson(json: string): string {
  if (isPrintableAscii(json)) return json; // almost all is, and this takes a tenth of the time
  return json.replace(treacherous, (character) => (character === '\n' ? character : escaped(character)));
}

/** Of JSON: control characters in it are escaped already, but for the last one of ASCII. No regular expression is as fast. */
function isPrintableAscii(json: string): boolean {
  const encoder = new TextEncoder();
  const bytes = new Uint8Array(Math.min(json.length, 16_384));
  for (let start = 0; start < json.length; start += bytes.length) {
    const part = json.slice(start, start + bytes.length);
    const { read, written } = encoder.encodeInto(part, bytes);
    if (read < part.length || written > part.length) return false;
  }
  return !json.includes('\x7f');
}

function escaped(character: string): string {
  const units = character.split('');
  return units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}

/**
 * Text from outside inside a line of Markdown: nothing in it is markup, and it stays on its line. Words that code hosts turn
 * into links or mentions although they are escaped become code: so they also stay as they are for copying.
 */
export function markdownText(text: string): string {
  return visible(text.replace(/\s+/g, ' '))
    .split(/([^ `|()<>"',;]+)/)
    .map((part) => (linksByItself.test(part) ? asCode(part) : withoutMarkup(part)))
    .join('')
    .replace(/^ ?(?:(?=[-+=#>])|\d+(?=[.)](?:\s|$)))/, '$&\\');
}

/** `@team`, `a@b.example`, `#12`, `GH-12`, `https://b.example`, `www.b.example`, `www` where a period may follow */
const linksByItself = /@|#\w|\bGH-\d|:\/\/|www(?:\.|$)/i;

/** Only what is markup within a line: a text that is full of backslashes is hard to read where nobody renders it. */
function withoutMarkup(text: string): string {
  return text.replace(/[\\`*{}[\]<|~$]|(?<![^\W_])_|_(?![^\W_])|&(?=\w)|:(?=\S)/g, '\\$&');
}

/** A word without backticks as code, but for the punctuation after it. */
function asCode(word: string): string {
  let end = word.length;
  while ('.:!?'.includes(word.charAt(end - 1))) end -= 1;
  return `\`${word.slice(0, end)}\`${withoutMarkup(word.slice(end))}`;
}

/** Text from outside in XML 1.0, as text or in an attribute; what XML cannot hold at all is shown as `\uffff`. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, escaped)
    .replace(/[&<>"\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text from outside as the message of a GitHub workflow command: it stays on its line. */
export function commandMessage(text: string): string {
  return encodedFor(/[%\r\n]/g, text);
}

/** Text from outside as a property of a GitHub workflow command. */
export function commandProperty(text: string): string {
  return encodedFor(/[%\r\n:,]/g, text);
}

function encodedFor(special: RegExp, text: string): string {
  return text.replace(
    special,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
