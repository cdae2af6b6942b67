/**
 * The maps that a text names, as `Entity (table)`: in this form, and as `accounts - Customers V3`, `Customers V3 - accounts`,
 * `[Customers V3] - [accounts]` and `msdyn_[accounts - Customers V3]`. Tables are written in lower case, entities are not.
 */
export function mapsIn(text: string): readonly string[] {
  return text.split(separators).flatMap((item) => {
    const sides = forms.map((form) => form.exec(item)?.groups).find((groups) => groups !== undefined);
    const { entity = '', table = '' } = sides ?? {};
    const name = entity.replace(/^(?:.* )?(?:and|for|in|maps?|of) (?=\S)/i, '').trim();
    return name === '' || notEntities.test(name) || notTables.has(table) ? [] : [`${name} (${table})`];
  });
}

/** What separates names, and what ends the sentence that lists them. */
const separators = /[,;:•|\n]|\.(?=\s|$)|(?<=\))|\s(?:and|are|is|was|were|has|have|which|that)(?=\s)/;

const forms: readonly RegExp[] = [
  /(?<entity>[\p{L}\p{N}][\p{L}\p{N} _/&-]{0,79}) ?\((?<table>[a-z][a-z0-9_]{2,99})\)$/u,
  /\[(?<entity>[^[\]]{1,80})\] ?- ?\[(?<table>[a-z][a-z0-9_]{2,99})\]/u,
  /(?<![\p{L}\p{N}_-])(?<table>[a-z][a-z0-9]{0,99}(?:_[a-z0-9_]{1,99}|s)) - (?<entity>\p{Lu}[\p{L}\p{N} _/&-]{0,79})\]?\s?$/u,
  /(?<![\p{L}\p{N}_-])(?<entity>\p{Lu}[\p{L}\p{N} _/&-]{0,79}?) - (?<table>[a-z][a-z0-9]{0,99}(?:_[a-z0-9_]{1,99}|s))\]?\s?$/u,
];

const notEntities = /^(?:dataverse|dual[- ]?write|finance and operations|health check)$/i;
const notTables: ReadonlySet<string> = new Set('companies entities entity errors maps records rows tables'.split(' '));
