import { type FilterLanguage, type ReadFilter, readFilter } from './filter-syntax.js';

/**
 * Reads a filter of the finance side: an expression as in the range of a query, in parentheses. Blank is for all rows, and sound.
 * One equals sign is as good as two: a map of the vendor's own has it.
 */
export function readFinopsFilter(filter: string): ReadFilter {
  const text = filter.trim();
  if (text === '') return { type: 'sound', columns: [] };
  // Without parentheses around it, a range is a value to look for and not an expression.
  if (!text.startsWith('(')) {
    return { type: 'faulty', position: 0, because: `expected parentheses around the whole, as in ${query.example}` };
  }
  return readFilter(filter, query);
}

const query: FilterLanguage = {
  token:
    /\s*(?:(?<text>"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')|(?<number>\d[\w\\.:]*(?:-\d[\w:.]*)*)|(?<operator>&&|\|\||==|!=|<>|<=|>=|[=<>!+*/-]|like(?![\p{L}\p{N}_.:])|mod(?![\p{L}\p{N}_.:]))|(?<name>[\p{L}_][\p{L}\p{N}_]*(?:(?:\.|::)[\p{L}_][\p{L}\p{N}_]*)*)|(?<open>\()|(?<close>\))|(?<comma>,))/iuy,
  and: '&&',
  or: '||',
  not: '!',
  comparisons: /* @__PURE__ */ new Set(['==', '=', '!=', '<>', '<', '>', '<=', '>=', 'like', 'LIKE', 'Like']),
  arithmetic: /* @__PURE__ */ new Set(['+', '-', '*', '/', 'mod']),
  constants: /* @__PURE__ */ new Set(['true', 'false', 'null']),
  whyNoColumn: () => undefined,
  example: '(CustomerGroupId == "80")',
};
