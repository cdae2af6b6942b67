/** What happens to a message between the product and the person who asks. */
export const pasted: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'with contractions': (text) =>
    text
      .replace(/\b(do|does|did|is|are|was|were|has|have|could|would|should) not\b/gi, "$1n't")
      .replace(/\bcannot\b/gi, "can't"),
  'without contractions': (text) => text.replace(/\b(ca)n['’]t\b/gi, '$1nnot').replace(/(\w)n['’]t\b/g, '$1 not'),
  'with curly quotes': (text) =>
    text
      .replace(/"([^"]*)"/g, '“$1”')
      .replace(/'([^']*)'/g, '‘$1’')
      .replaceAll("'", '’'),
  'escaped for JSON': (text) => JSON.stringify(text),
  'JSON in JSON': (text) => JSON.stringify({ error: { message: JSON.stringify({ errorMessage: text }) } }),
  'escaped for HTML': (text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
      .replace(/(\. )/g, '.<br/>'),
  'wrapped by a mail': (text) => `> ${text.replace(/(.{30,60}?) /g, '$1\n> ')}`,
  'without spaces after full stops': (text) => text.replace(/\. (?=[A-Z])/g, '.'),
  'behind a log prefix': (text) => `2026-11-20T10:00:00.123Z [worker-7] ERROR [DualWrite.Sync] (482) ${text}`,
  'in capitals': (text) => text.toUpperCase(),
  'with other words': (text) =>
    text
      .replace(/\bentity\b/g, 'table')
      .replace(/\brecord\b/g, 'row')
      .replace(/\blookup\b/g, 'look up')
      .replace(/\bfield\b/g, 'column'),
  'with spaces that do not break': (text) => text.replaceAll(' ', '\u00a0'),
};
