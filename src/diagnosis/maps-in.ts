import { placesOf } from './places-of.js';

/**
 * The maps that a text names, as `Entity (table)`: in this form, and as `accounts - Customers V3`, `Customers V3 - accounts`,
 * `[Customers V3] - [accounts]` and `msdyn_[accounts - Customers V3]`. Tables are written in lower case, entities are not.
 * Names can follow each other without a separator: normalized text has no line breaks.
 */
export function mapsIn(text: string): readonly string[] {
  return text.split(separators).flatMap((item) =>
    namesIn(item).flatMap(({ groups }) => {
      const { entity = '', table = '' } = groups ?? {};
      const name = entity.replace(/^(?:.* )?(?:and|for|in|maps?|of) (?=\S)/i, '').trim();
      return name === '' || notEntities.test(name) || notTables.has(table) ? [] : [`${name} (${table})`];
    }),
  );
}

/** The names in one form: the one that comes first, as a name and the next one can look like one in another form. */
function namesIn(item: string): readonly RegExpExecArray[] {
  const [first = []] = forms
    .map((form) => placesOf(form, item))
    .filter((names) => names.length > 0)
    .sort(([a], [b]) => (a?.index ?? 0) - (b?.index ?? 0));
  return first;
}

/** What separates names, and what ends the sentence that lists them. */
const separators = /[,;:•|\n]|\.(?=\s|$)|(?<=\))|\s(?:and|are|is|was|were|has|have|which|that)(?=\s)/;

const forms: readonly RegExp[] = /* @__PURE__ */ (() => {
  const entity = '(?<entity>\\p{Lu}[\\p{L}\\p{N} _/&-]{0,79}?)';
  const table = '[a-z][a-z0-9]{0,99}(?:_[a-z0-9_]{1,99}|s)';
  const start = '(?<![\\p{L}\\p{N}_-])';
  const next = (name: string) => `(?=\\]?\\s?$|\\]?\\s(?:[-*] )?(?:\\w{1,40}_\\[)?${name})`;
  return [
    /(?<entity>[\p{L}\p{N}][\p{L}\p{N} _/&-]{0,79}) ?\((?<table>[a-z][a-z0-9_]{2,99})\)/gu,
    /\[(?<entity>[^[\]]{1,80})\] ?- ?\[(?<table>[a-z][a-z0-9_]{2,99})\]/gu,
    new RegExp(`${start}(?<table>${table}) - ${entity}${next(`${table} - \\p{Lu}`)}`, 'gu'),
    new RegExp(`${start}${entity} - (?<table>${table})${next(`\\p{Lu}[\\p{L}\\p{N} _/&-]{0,79}? - ${table}`)}`, 'gu'),
  ];
})();

/** Of finance and operations, the part after the word that separates names. */
const notEntities = /^(?:dataverse|dual[- ]?write|operations|health check)$/i;
const notTables: ReadonlySet<string> = new Set('companies entities entity errors maps records rows tables'.split(' '));
