import type { codePageOf as full } from '../../src/inputs/code-page.js';

/**
 * The western code page of programs, 1252, or that of consoles, 850: the workbench has no room for others, so neither is certain. In the
 * wrong one, words have symbols between their letters.
 */
export function codePageOf(bytes: Uint8Array): Pick<ReturnType<typeof full>, 'decode'> {
  return { decode: symbolsInWords(ofConsole(bytes)) < symbolsInWords(ofPrograms(bytes)) ? ofConsole : ofPrograms };
}

/** What any file lacks that is read so. */
export function doubtOf(): string {
  return 'letters may be wrong: save the file as UTF-8';
}

function ofPrograms(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

function ofConsole(bytes: Uint8Array): string {
  return ofPrograms(bytes).replace(/\P{ASCII}/gu, (character) => inConsole.get(character) ?? character);
}

/** What the bytes from 128 on are in code page 850. */
const consoleCharacters =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

const inConsole = new Map(
  [...consoleCharacters].map((character, index) => [ofPrograms(Uint8Array.of(index + 128)), character]),
);

/** Apostrophes and dashes are at home in words, and a low quotation mark never follows one. */
function symbolsInWords(text: string): number {
  return text.match(/(?<=\p{L})(?:[‚„]|[^\p{ASCII}\p{L}\p{M}‘’–—…]+(?=\p{L}))/gu)?.length ?? 0;
}
