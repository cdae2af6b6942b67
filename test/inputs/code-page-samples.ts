import { codePages } from '../support/encodings.js';

// What programs and the consoles of Windows write where nobody chose UTF-8.
// cspell:disable
export const west = ['Windows-1252', 'code page 850'];
const center = ['Windows-1250', 'code page 852'];
const east = ['Windows-1251', 'code page 866'];

/** What shows the page that it is in, whoever reads it. */
const certain: readonly (readonly [language: string, pages: readonly string[], text: string])[] = [
  ['German', [...west, ...center], 'Größe: für Entität "Käufer" gelöscht, Übermaß'],
  ['German names', west, 'Käufer Müller, Weiß & Söhne, Österreich'],
  ['French', west, "l'entité a été supprimée: échec à la création, « contrôle »"],
  ['French names', west, 'Société Générale, François Lefèvre, Hôpital'],
  ['Portuguese', west, 'A operação não está disponível: informações inválidas'],
  ['Italian', west, "L'unità è già presente: perché?"],
  ['more Italian', west, "L'unità è già presente: così lunedì però più virtù venerdì Forlì"],
  ['an Italian word', west, 'perché?'],
  ['Catalan', west, 'El registre no és vàlid: informació il·lícita, qüestió, Núria, així, això, pròxim, peça, raïm'],
  ['Catalan words', west, 'pròxim raïm, qüestió, peça això'],
  ['Dutch', west, 'coördinatie, België, vóór, ideeën'],
  ['Icelandic', west, 'Færslan fannst ekki: það er ekki hægt að skrá viðskiptavin, Þórður, Guðmundsdóttir, ýmis'],
  ['Swedish', west, 'Åtgärden misslyckades: företag på väg'],
  ['Norwegian', west, 'Feil: klarte ikke å lagre løsningen på grunn av nøkkelen'],
  ['Polish', center, 'Nie można zapisać klienta: błąd w polu "Województwo" (Łódź)'],
  ['Polish names', center, 'Wałęsa, Żółkiewski, Wójcik, Święty Krzyż'],
  ['Czech', center, 'Nelze uložit záznam zákazníka Dvořák: chyba při zápisu'],
  ['Czech names', center, 'Dvořáková, Růžička, Němec, Jiří'],
  ['Slovak', center, 'Zápis zákazníka sa nepodaril: chýba kľúč; vŕba, Ľubomír'],
  ['Croatian', center, 'Zapis kupca nije pronađen: greška, vrijednost već postoji, Kovačević, Šimić, Đurđica'],
  ['Romanian', center, 'Înregistrarea clientului nu a fost gasită: câmp lipsă, Brăila, înapoi'],
  ['Hungarian', center, 'Nem sikerült írni a következő mezőbe: ügyfél gyűjtőszáma'],
  ['Russian', east, 'Не удалось записать данные: ООО "Ромашка", ошибка в поле'],
  ['Russian names', east, 'Иванов, Петров, Щукин'],
  ['Russian capitals', east, 'НЕ НАЙДЕН КЛИЕНТ'],
  ['Belarusian', east.slice(0, 1), 'Памылка: запіс кліента не знойдзены, ўсё яшчэ, воўк, іншы'],
  ['Serbian', east.slice(0, 1), 'Грешка: запис није пронађен, Ђорђе, Љиљана, њихов, ћуприја, џак'],
  ['Serbian names', east.slice(0, 1), 'Ђорђе'],
  // One of ten words is a single letter, which is none in most languages.
  ['Macedonian', east.slice(0, 1), 'Грешка: записот не е пронајден, Ѓорѓи, ѕвезда, љубов, ќе, џамија'],
  ['Ukrainian', east.slice(0, 1), 'Помилка: запис клієнта Київ не збережено, їхній ґанок'],
  ['Greek', ['Windows-1253'], 'Σφάλμα: ο πελάτης Παπαδόπουλος δεν βρέθηκε'],
  ['Turkish', ['Windows-1254'], 'Müşteri kaydı bulunamadı: değer geçersiz, Şişli, Iğdır, çağrı'],
  ['Lithuanian', ['Windows-1257'], 'Klaida: įrašas nerastas, užklausa nepavyko, rūšis'],
  ['Latvian', ['Windows-1257'], 'Kļūda: ieraksts nav atrasts, vērtība jau pastāv, šķērslis, ģimene, ņemt'],
  ['Japanese', ['Shift-JIS'], '株式会社ソニーのデータを書き込めません。表 USMF が見つかりません'],
  ['Japanese between its own signs', ['Shift-JIS'], '「ソフトウェア」の表が見つかりません。'],
  ['rare Japanese signs', ['Shift-JIS'], '瀟洒なソフトウェア'],
  ['a Japanese word', ['Shift-JIS'], 'エンティティ'],
  ['Japanese names', ['Shift-JIS'], 'エンティティ V3: ソフトウェア開発'],
  ['a capital before a letter of a console', center.slice(1), 'Zápis'],
  ['a capital A before a letter of a console', center.slice(1), 'Aáron'],
  ['names with a line between them', ['Windows-1252'], 'l’entité_“société”'],
  ['names with a bar between them', ['Windows-1252'], 'l’entité|“société”'],
  ['punctuation alone', ['Windows-1252'], '…” ”… don’t'],
  [
    'English with the quotation marks of Windows',
    ['Windows-1252', 'Windows-1250', 'Windows-1251'],
    'the “default” team can’t be found',
  ],
];

/** Words of several pages: the text or the warning is right. */
export const uncertain: readonly (readonly [title: string, page: string, text: string])[] = [
  ['a Czech name', 'Windows-1250', 'Kučera'],
  ['a Hungarian name', 'Windows-1250', 'Erdős'],
  ['a Hungarian name of a console', 'code page 852', 'Erdős'],
  ['a Polish word', 'Windows-1250', 'pięść'],
  ['a Turkish name', 'Windows-1254', 'Yıldız'],
  ['a Latvian word', 'Windows-1257', 'Kļūda'],
  ['Japanese signs', 'Shift-JIS', '東京'],
  ['a German word of a console', 'code page 850', 'Straße'],
  ['an Italian word of a console', 'code page 850', 'attività'],
  ['a French name', 'Windows-1252', 'Hélène'],
  ['a Spanish name', 'Windows-1252', 'Muñoz'],
  ['Spanish', 'Windows-1252', 'Error en la creación: no se encontró el año; ¿continuar?'],
];
// cspell:enable

/** Each of them in each of its pages. */
export const cases = certain.flatMap(([language, pages, text]) => pages.map((page) => [language, page, text] as const));

/** The words of the doubt. */
export const doubt =
  /^letters may be wrong: the file is in neither UTF-8 nor UTF-16, and was read as [\w -]+; save it as UTF-8$/;

export function inPage(page: string, text: string): Uint8Array {
  return codePages[page]?.(text) ?? new Uint8Array();
}
