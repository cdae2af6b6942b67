import { once } from '../../src/facts/once.js';

/** A text in every encoding that tools write. */
export const encodings: readonly (readonly [name: string, encode: (text: string) => Uint8Array])[] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a mark', (text) => Buffer.from(`\uFEFF${text}`)],
  ['UTF-16 LE', (text) => Buffer.from(text, 'utf16le')],
  ['UTF-16 LE with a mark', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 BE', (text) => Buffer.from(text, 'utf16le').swap16()],
  ['UTF-16 BE with a mark', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
];

/** The code pages of Windows that programs and consoles write; what a page lacks is `?`, as programs write it. */
export const codePages: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'Windows-1250': encoder(upperHalf('windows-1250')),
  'Windows-1251': encoder(upperHalf('windows-1251')),
  'Windows-1252': encoder(upperHalf('windows-1252')),
  'Windows-1253': encoder(upperHalf('windows-1253')),
  'Windows-1254': encoder(upperHalf('windows-1254')),
  'Windows-1257': encoder(upperHalf('windows-1257')),
  'code page 850': encoder(
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  ),
  'code page 852': encoder(
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
  ),
  'code page 866': encoder(upperHalf('ibm866')),
  'Shift-JIS': (text) => Uint8Array.from([...text].flatMap((character) => inShiftJis().get(character) ?? [63])),
};

/** What the bytes from 128 on are. */
function upperHalf(label: string): string {
  const bytes = Uint8Array.from({ length: 128 }, (_, index) => index + 128);
  return new TextDecoder(label).decode(bytes, { stream: true }); // without `stream`, Node 20 reads Windows-1252 as Latin 1
}

function encoder(characters: string): (text: string) => Uint8Array {
  const all = [...characters];
  return (text) =>
    Uint8Array.from([...text], (character) => {
      const code = character.codePointAt(0) ?? 0;
      return code < 128 ? code : all.includes(character) ? all.indexOf(character) + 128 : 63;
    });
}

const inShiftJis = once(() => {
  const decoder = new TextDecoder('shift_jis');
  const bytes = new Map<string, readonly number[]>();
  const add = (...own: readonly number[]) => {
    const character = decoder.decode(Uint8Array.from(own));
    if ([...character].length === 1 && character !== '\ufffd' && !bytes.has(character)) bytes.set(character, own);
  };
  for (let byte = 0; byte < 0x100; byte += 1) add(byte);
  // Not all, which takes a while: where the characters of Japanese begin.
  const leads = [...Array.from({ length: 0x1f }, (_, index) => 0x81 + index), 0xe0, 0xe1];
  for (const lead of leads) for (let trail = 0x40; trail < 0xfd; trail += 1) add(lead, trail);
  return bytes;
});
