/** What a person reads of a text in any format: without markup, escapes and line breaks. */
export function wordsOf(text: string): string {
  const shown = text.startsWith('<!doctype') ? withoutElements(text) : text;
  return shown.replace(/[\\`*]/g, '').replace(/\s+/g, ' ');
}

function withoutElements(html: string): string {
  return html
    .replace(/<style>[^<]*<\/style>|<script>[^<]*<\/script>/g, '')
    .replace(/<\/?(?:bdi|code|strong|q)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}
