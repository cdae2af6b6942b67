/** A text in every encoding that tools write. */
export const encodings: readonly (readonly [name: string, encode: (text: string) => Uint8Array])[] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a mark', (text) => Buffer.from(`\uFEFF${text}`)],
  ['UTF-16 LE', (text) => Buffer.from(text, 'utf16le')],
  ['UTF-16 LE with a mark', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 BE', (text) => Buffer.from(text, 'utf16le').swap16()],
  ['UTF-16 BE with a mark', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
];

/** The same letters in the code page of programs of Windows, and in that of its console, which `chcp 850` sets. */
export const codePages: readonly (readonly [name: string, encode: (text: string) => Uint8Array])[] = [
  ['Windows-1252', (text) => encoded(text, new TextDecoder('windows-1252').decode(upperHalf, { stream: true }))],
  [
    'code page 850',
    (text) =>
      encoded(
        text,
        'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
      ),
  ],
];

const upperHalf = Uint8Array.from({ length: 128 }, (_, index) => index + 128);

/** A character that the page lacks is a question mark, as programs write it. */
function encoded(text: string, characters: string): Uint8Array {
  return Uint8Array.from([...text], (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 128 ? code : characters.includes(character) ? characters.indexOf(character) + 128 : '?'.charCodeAt(0);
  });
}
