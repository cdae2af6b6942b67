import { once } from '../facts/once.js';

/** Bytes that are neither UTF-8 nor UTF-16, as a code page of Windows. */
export interface CodePage {
  /** What it is called: `Windows-1250`, `code page 852`. */
  readonly name: string;
  /** Whether the bytes are words in no other code page that is known here, or the same words. */
  readonly isCertain: boolean;
  /** Turns bytes into text, those of a stream in their order. */
  readonly decode: (bytes: Uint8Array) => string;
}

/** What a file in a code page lacks: that it is the right one. */
export function doubtOf({ name, isCertain }: CodePage): string | undefined {
  return isCertain
    ? undefined
    : `${doubt} the file is in neither UTF-8 nor UTF-16, and was read as ${name}; save it as UTF-8`;
}

/** Whether {@link doubtOf} says it. */
export function isDoubt(lack: string): boolean {
  return lack.startsWith(doubt);
}

const doubt = 'letters may be wrong:';

/**
 * The code page in which bytes are most like words of one language. Of those in which they are so to the same degree it is the first:
 * what programs of western Europe write. So it is where the bytes are words in none.
 */
export function codePageOf(bytes: Uint8Array): CodePage {
  const words = wordsIn(bytes, endOfLetter);
  const judged = pages.map((page) => judge(page, page === japanese ? wordsIn(bytes, endOfCharacter) : words));
  const [best, ...others] = judged.sort((a, b) => a.doubts - b.doubts);
  if (best === undefined || best.strange > mostly)
    return { name: western.name, isCertain: false, decode: western.decoder() };
  const isCertain =
    best.strange <= rarely &&
    others.every(({ text, doubts }) => text === best.text || doubts - best.doubts >= enoughDoubts);
  return { name: best.page.name, isCertain, decode: best.page.decoder() };
}

/** The share of words that may be strange in a text that is read well: names of products, misspelled words. */
const rarely = 0.1;
const mostly = 0.5;

/** One strange word, or two of another language than the others. */
const enoughDoubts = 2;

interface Page {
  readonly name: string;
  /** The words of each of its languages, in small letters. */
  readonly languages: () => readonly RegExp[];
  /** A stream is decoded by one of them. */
  readonly decoder: () => CodePage['decode'];
}

function ofPlatform(name: string, label: string, languages: readonly string[]): Page {
  return {
    name,
    languages: expressionsOf(languages),
    decoder() {
      const decoder = new TextDecoder(label);
      return (bytes) => decoder.decode(bytes, { stream: true }); // without `stream`, Node 20 reads Windows-1252 as Latin 1
    },
  };
}

/** A page that the platform does not have, by its characters from 128 on. */
function ofConsole(name: string, characters: string, languages: readonly string[]): Page {
  return {
    name,
    languages: expressionsOf(languages),
    decoder() {
      const decode = western.decoder();
      const inConsole = new Map([...characters].map((one, index) => [decode(Uint8Array.of(index + 128)), one]));
      return (bytes) => decode(bytes).replace(/\P{ASCII}/gu, (one) => inConsole.get(one) ?? one);
    },
  };
}

/** They are compiled for the first file that needs them: few do, and all load this. */
function expressionsOf(languages: readonly string[]): Page['languages'] {
  return once(() => languages.map((words) => new RegExp(`^(?:${words})$`, 'u')));
}

function wordsOf(...languages: readonly string[]): readonly string[] {
  return languages.map((letters) => `(?:${letters})+`);
}

// cspell:disable
const german = '[a-zäöüß]';
const ofWest = wordsOf(
  german,
  '[a-zàâæçèéêëîïôœùûüÿ]', // French
  '[a-záéíñóúüªº]', // Spanish
  '[a-zàáâãçéêíóôõúªº]', // Portuguese
  '[a-zàèéìíîòóùú]', // Italian
  '[a-zàçèéíïòóúü]', // Catalan
  '[a-zåäöéü]', // Swedish, Finnish
  '[a-zæøåéóü]', // Danish, Norwegian
  '[a-zèéëïóöü]', // Dutch
  '[a-záæðéíóöúýþ]', // Icelandic
);
const estonian = '[a-zäöõüšž]';
const ofCenter = wordsOf(
  german,
  '[a-ząćęłóśźż]|(?<=[aeioóuy])ń', // Polish
  '[a-záčďéěíňóřšťúůýž]', // Czech
  '[a-záäčďéíľňóôšťúýž]|(?<=[bdhkmpstvž])[ĺŕ](?=[bcčdhkmnpťtzž])', // Slovak
  '[a-záéíóöőúüű]', // Hungarian
  '[a-zćčđšž]', // Slovenian, Croatian
  '[a-zăâîşţ]', // Romanian
);
const ofEast = wordsOf(
  '[а-яёіў]', // Russian, Belarusian
  '[а-яіїєґ]', // Ukrainian
  '[а-яђјљњћџ]', // Serbian
  '[а-яѓѕјљњќџ]', // Macedonian
);

const western = ofPlatform('Windows-1252', 'windows-1252', [...ofWest, ...wordsOf(estonian)]);

/** Characters of two bytes. A word has a syllable, or two signs at least. */
const japanese = ofPlatform('Shift-JIS', 'shift_jis', ['.*[ぁ-ヿ].*|\\p{Script=Han}{2,}']);

/** Of programs and of consoles. The letters of the American console, 437, are where 850 has them. */
const pages: readonly Page[] = [
  western,
  ofConsole(
    'code page 850',
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
    ofWest,
  ),
  ofPlatform('Windows-1250', 'windows-1250', ofCenter),
  ofConsole(
    'code page 852',
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
    ofCenter,
  ),
  ofPlatform('Windows-1251', 'windows-1251', ofEast),
  ofPlatform('code page 866', 'ibm866', ofEast),
  ofPlatform('Windows-1253', 'windows-1253', wordsOf('^[α-ω]{1,3}$|(?=.*[άέήίόύώ])[α-ωάέήίόύώϊϋΐΰ]+')), // Greek
  ofPlatform('Windows-1254', 'windows-1254', wordsOf(german, '[a-zâçğıîöşûü\u0307]')), // Turkish
  ofPlatform('Windows-1257', 'windows-1257', wordsOf(german, estonian, '[a-ząčęėįšųūž]', '[a-zāčēģīķļņšūž]')), // Baltic
  japanese,
];
// cspell:enable

interface Judged {
  readonly page: Page;
  /** Words that are strange count twice, those that the language of most others does not have once. */
  readonly doubts: number;
  /** The share of words that are of no language of the page. */
  readonly strange: number;
  readonly text: string;
}

/** The words as the page reads them. */
function judge(page: Page, bytes: readonly Uint8Array[]): Judged {
  const languages = page.languages();
  const decode = page.decoder();
  const words = bytes.map(decode);
  const counts = languages.map(() => 0);
  let strange = 0;
  for (const word of words) {
    const spoken = languagesOf(word, languages);
    for (const index of spoken) counts[index] = (counts[index] ?? 0) + 1;
    if (spoken.length === 0) strange += 1;
  }
  return {
    page,
    doubts: strange + words.length - Math.max(...counts),
    strange: strange / words.length,
    text: words.join(),
  };
}

/** By their place in the list. */
function languagesOf(word: string, languages: readonly RegExp[]): readonly number[] {
  const parts = word.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const letters = parts.join('');
  if (inNoWord.test(word) || parts.some((part) => noWord.test(part)) || (letters === '' && !signs.test(word)))
    return [];
  return languages.flatMap((language, index) => (letters === '' || language.test(letters) ? index : []));
}

/**
 * Symbols between letters, or those that never follow a letter; a capital that is not of ASCII between small letters; characters that
 * control something, or are not assigned. Apostrophes and dashes are at home in words.
 */
const inNoWord =
  /[\u2500-\u259f](?=\p{L})|(?<=\p{L})(?:[‚„†‡‹×÷¤¿¡\u2500-\u259f]|[^\p{L}\p{M}]*[^\p{ASCII}\p{L}\p{M}’–—…\u3000-\u303f\uff00-\uff65][^\p{L}]*(?=\p{L}))|[\u0080-\u009f\ufffd\ue000-\uf8ff]|^[\u3000-\u303f\uff00-\uff65]+$|(?<=\p{L})(?![A-Z])\p{Lu}\p{Ll}|\p{Ll}(?![A-Z])\p{Lu}|(?![a-z])\p{Ll}\p{Lu}/u;

/** Punctuation, one symbol, or a line of them. */
const signs = /^(?:[\p{P}\s]+|(.)\1*)$/u;

/** Letters that are not words by themselves. */
const noWord = /^(?![a-zàáåèéíóöøаоуивкся])[\p{Script=Latin}\p{Script=Cyrillic}]$/u;

/**
 * What is beyond ASCII, with the letters around it.
 *
 * @param endOf - where a letter ends that begins at an index; the index itself where there is none
 */
function wordsIn(bytes: Uint8Array, endOf: typeof endOfLetter): readonly Uint8Array[] {
  const words: Uint8Array[] = [];
  for (let index = 0; index < bytes.length && words.length < mostWords; index += 1) {
    if (isAscii(bytes[index])) continue;
    let start = index;
    while (endOf(bytes, start - 1) === start) start -= 1;
    let end = index;
    while (endOf(bytes, end) > end) end = endOf(bytes, end);
    words.push(bytes.subarray(start, end));
    index = end;
  }
  return words;
}

const mostWords = 1_000;

/** A letter of ASCII, or anything beyond it. */
function endOfLetter(bytes: Uint8Array, index: number): number {
  const byte = bytes[index] ?? 0;
  return !isAscii(byte) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) ? index + 1 : index;
}

/** One byte, or two of which the second one may be in ASCII. */
function endOfCharacter(bytes: Uint8Array, index: number): number {
  const byte = bytes[index] ?? 0;
  if (isAscii(byte)) return index;
  return index + (byte >= 0xe0 || byte < 0xa0 ? 2 : 1);
}

function isAscii(byte = 0): boolean {
  return byte < 128;
}
