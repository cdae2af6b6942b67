import { type FilterLanguage, type ReadFilter, readFilter } from './read-filter.js';

/**
 * Reads a filter of the finance side: an expression as in the range of a query. Parentheses around the whole are usual but may
 * be left out, as in *Filter intercompany orders to avoid syncing Orders and OrderLines*. A single equals sign is accepted too:
 * a map of Microsoft has it.
 */
export function readFinopsFilter(filter: string): ReadFilter {
  return readFilter(filter, query);
}

const query: FilterLanguage = {
  token:
    /\s*(?:(?<value>"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\d[\w\\.:]*(?:-\d[\w:.]*)*)|(?<operator>&&|\|\||==|!=|<>|<=|>=|[=<>!+*/-]|like(?![\p{L}\p{N}_.:])|mod(?![\p{L}\p{N}_.:]))|(?<name>[\p{L}_][\p{L}\p{N}_]*(?:(?:\.|::)[\p{L}_][\p{L}\p{N}_]*)*)|(?<open>\()|(?<close>\))|(?<comma>,))/iuy,
  and: '&&',
  or: '||',
  not: '!',
  comparisons: /* @__PURE__ */ new Set(['==', '=', '!=', '<>', '<', '>', '<=', '>=', 'like', 'LIKE', 'Like']),
  arithmetic: /* @__PURE__ */ new Set(['+', '-', '*', '/', 'mod']),
  constants: /* @__PURE__ */ new Set(['true', 'false', 'null']),
};
