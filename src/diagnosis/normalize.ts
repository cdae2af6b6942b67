/**
 * A text as it was before it was pasted, quoted, escaped and wrapped: one line, straight quotes, no markup. The
 * remaining punctuation is ignored by templates.
 */
export function normalize(text: string): string {
  let plain = hasOddCharacters(text) ? inPlainCharacters(text) : text;
  plain = plain.replace(terminalColor, '');
  // Text in JSON in text, HTML in JSON: removing one layer can reveal another.
  for (let layer = 0; layer < mostLayers; layer += 1) {
    const before = plain;
    plain = plain.replace(backslashEscape, unescaped).replace(htmlEscape, fromHtml);
    if (plain === before) break;
  }
  if (hasOddCharacters(plain)) plain = inPlainCharacters(plain);
  return plain.replace(quotedPrintable, '').replace(htmlTag, ' ').replace(quotedMail, '\n').replace(/\s+/g, ' ').trim();
}

const mostLayers = 6;
const backslashEscape = /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|r\\+n|[nrt](?![a-z]:)|(?=[!-/:-@[-`{-~ ]|$))/gi;
const htmlEscape = /&(?:([a-z]{2,6})|#(\d{1,6}|x[0-9a-f]{1,5}));/gi;
const quotedPrintable = /=\r?\n/g;
const htmlTag =
  /<\/?(?:a|b|body|br|code|div|em|font|h[1-6]|head|hr|html|i|img|li|ol|p|pre|small|span|strong|table|tbody|td|th|title|tr|u|ul|wbr|[a-z]{1,8}:[a-z]{1,12})\b[^<>]{0,300}>/gi;
const quotedMail = /\n[ \t]*(?:[>|][ \t]?){1,10}/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colors are made of
const terminalColor = /\u001b\[[0-9;]{0,20}[A-Za-z]/g;
const htmlNames: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  hellip: '...',
  ldquo: '"',
  lsquo: "'",
  lt: '<',
  nbsp: ' ',
  quot: '"',
  rdquo: '"',
  rsquo: "'",
};

function unescaped(all: string, unicode: string | undefined, byte: string | undefined): string {
  const code = unicode ?? byte;
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  return all.endsWith('\\') ? '' : ' ';
}

function fromHtml(all: string, name: string | undefined, number: string): string {
  // No number of so few digits is too large; those with an x are hexadecimal.
  return name === undefined ? String.fromCodePoint(Number(`0${number}`)) : (htmlNames[name.toLowerCase()] ?? all);
}

/** Whether a text contains anything other than ASCII. */
export function hasOddCharacters(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
  return /[^\u0000-\u007f]/.test(text);
}

/** Compatibility forms and unusual quotes and dashes become plain ones; invisible characters are removed. */
function inPlainCharacters(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g, '')
    .replace(/[\u2018-\u201b\u2032\u2035\u00b4\u02bc\u2039\u203a]/g, "'")
    .replace(/[\u201c-\u201f\u2033\u2036\u00ab\u00bb\u300c-\u300f]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .normalize('NFKC');
}
