import { type FilterLanguage, type ReadFilter, readFilter } from './filter-syntax.js';

/** Reads a filter of the Dataverse side: OData, as behind `$filter=`. Blank is for all rows, and sound. */
export function readDataverseFilter(filter: string): ReadFilter {
  return filter.trim() === '' ? { type: 'sound', columns: [] } : readFilter(filter, odata);
}

const odata: FilterLanguage = {
  token:
    /\s*(?:(?<text>(?:[a-z][\w.]*)?'(?:[^']|'')*')|(?<number>[+-]?\d[\w:.+-]*|[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})|(?<operator>(?:and|or|not|eq|ne|gt|ge|lt|le|add|sub|mul|div|mod)(?![\w./]))|(?<name>@?[\p{L}_][\p{L}\p{N}_./]*)|(?<open>\()|(?<close>\))|(?<comma>,))/uy,
  and: 'and',
  or: 'or',
  not: 'not',
  comparisons: /* @__PURE__ */ new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le']),
  arithmetic: /* @__PURE__ */ new Set(['add', 'sub', 'mul', 'div', 'mod']),
  constants: /* @__PURE__ */ new Set(['null', 'true', 'false']),
  // The documentation of filters in maps rules out a lookup behind a lookup.
  whyNoColumn: (name) => {
    const steps = name.split('/');
    if (steps.includes('')) return `${name} is no name of a column`;
    return steps.length > 2 ? `${name} goes through more than one lookup` : undefined;
  },
  example: 'customertypecode eq 3',
};
