import { once } from '../facts/once.js';

/** Turns bytes into text, one character for each byte. */
export type CodePage = (bytes: Uint8Array) => string;

/**
 * The western code page of Windows that a text is in: 1252, which its programs and PowerShell 5.1 write, or 850, which its console
 * writes. In the wrong one, words have symbols between their letters; without that evidence it is 1252.
 */
export function codePageOf(sample: Uint8Array): CodePage {
  return symbolsInWords(ofConsole(sample)) < symbolsInWords(ofPrograms(sample)) ? ofConsole : ofPrograms;
}

function ofPrograms(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes, { stream: true }); // else Node 20 reads Latin 1
}

function ofConsole(bytes: Uint8Array): string {
  return ofPrograms(bytes).replace(/\P{ASCII}/gu, (character) => inConsole().get(character) ?? character);
}

/** What the bytes from 128 on are in code page 850. */
const consoleCharacters =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

const inConsole = /* @__PURE__ */ once(
  () => new Map([...consoleCharacters].map((character, index) => [ofPrograms(Uint8Array.of(index + 128)), character])),
);

/** Apostrophes and dashes are at home in words, and a low quotation mark never follows one. */
function symbolsInWords(text: string): number {
  return text.match(/(?<=\p{L})(?:[‚„]|[^\p{ASCII}\p{L}\p{M}‘’–—…]+(?=\p{L}))/gu)?.length ?? 0;
}
