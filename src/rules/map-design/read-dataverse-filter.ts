import { type FilterLanguage, type ReadFilter, readFilter } from './read-filter.js';

/**
 * Reads a filter of the Dataverse side: OData, as behind `$filter=`, with the functions of OData and of Dataverse
 * (`Microsoft.Dynamics.CRM.In(PropertyName='statuscode',PropertyValues=['1','2'])`).
 */
export function readDataverseFilter(filter: string): ReadFilter {
  return readFilter(filter, odata);
}

const odata: FilterLanguage = {
  token:
    /\s*(?:(?<value>(?:[a-z][\w.]*)?'(?:[^']|'')*'|[+-]?\d[\w:.+-]*|[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|\[(?:[^\]'"]|'[^']*'|"[^"]*")*\])|(?<operator>(?:and|or|not|eq|ne|gt|ge|lt|le|add|sub|mul|div|mod)(?![\w./]))|(?<argument>[\p{L}_][\p{L}\p{N}_]*\s*=)|(?<name>@?[\p{L}_][\p{L}\p{N}_.]*(?:\/[\p{L}_][\p{L}\p{N}_.]*)*)|(?<open>\()|(?<close>\))|(?<comma>,))/uy,
  and: 'and',
  or: 'or',
  not: 'not',
  comparisons: /* @__PURE__ */ new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le']),
  arithmetic: /* @__PURE__ */ new Set(['add', 'sub', 'mul', 'div', 'mod']),
  constants: /* @__PURE__ */ new Set(['null', 'true', 'false']),
};
