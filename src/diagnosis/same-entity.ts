// cspell:ignore purch warehous boxe
import { nameKey } from '../facts/keys.js';
import { hasHumps } from './named-things.js';

/*
 * A message names an entity of finance and operations as code does (`CustCustomerV3Entity`), a map as people do (`Customers V3`). The
 * words are the same, after the short name of a module and before `Entity`.
 */

/** The keys of an entity as a map names it: one of them is among those of {@link keysOfNamed}, where it is the same. */
export function keysOfKnown(name: string): readonly string[] {
  return [nameKey(name), ...keyOfWords(wordsOf(name))];
}

/** The keys of an entity as a message names it. */
export function keysOfNamed(name: string): readonly string[] {
  const words = wordsOf(name);
  const keys = [nameKey(name), ...keyOfWords(words)];
  if (!isTechnical(name)) return keys;
  for (const [index, word] of words.entries()) {
    if (!modules.has(word)) break;
    keys.push(...keyOfWords(words.slice(index + 1)));
  }
  return keys;
}

/**
 * The words by which an entity of a message may be that of a map although no key is the same: code leaves out words, or has others. None
 * for a name that is not of code, because people write names in full.
 */
export function wordsOfNamed(name: string): readonly string[] {
  return isTechnical(name) ? wordsOfKnown(name) : [];
}

/** The same for an entity as a map names it. Another version is another entity. */
export function wordsOfKnown(name: string): readonly string[] {
  const words = wordsOf(name);
  const version = words.find((word) => isVersion.test(word)) ?? '';
  return words.filter((word) => word.length > 3).map((word) => `${word} ${version}`);
}

const isVersion = /v\d/;

/** None for a name without words. */
function keyOfWords(words: readonly string[]): readonly string[] {
  return words.length === 0 ? [] : [`words ${words.join(' ')}`];
}

function wordsOf(name: string): readonly string[] {
  const words = name.match(/V\d+(?![a-z\d])|\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{L}+?(?=\p{Lu}|\P{L}|$)|\d+/gu) ?? [];
  const lower = words.map((word) => withoutPlural(word.toLowerCase()));
  return isTechnical(name) && lower.at(-1) === 'entity' ? lower.slice(0, -1) : lower;
}

/** A name without blanks in which words begin with capitals. */
function isTechnical(name: string): boolean {
  return /^[A-Za-z]\w*$/.test(name.trim()) && hasHumps(name);
}

/** The same for one thing and for several: `warehous` for `warehouse` and `warehouses`, as `boxes` are not several of `boxe`. */
function withoutPlural(word: string): string {
  if (isVersion.test(word) || word.endsWith('ss')) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:[sxz]|ch|sh)es?$/.test(word)) return word.replace(/es?$/, '');
  return word.endsWith('s') && word.length > 3 ? word.slice(0, -1) : word;
}

/** The short names of modules that names of entities begin with, as their words are split, without a plural. */
const modules: ReadonlySet<string> = /* @__PURE__ */ new Set(
  (
    'asset bank budget cash catalog cds contact cust dim dimension dir eco fiscal hcm invent ledger logistic main mcr mpc om payroll ' +
    'pds pro proj prod purch re req res retail rs sale smm sys system tax trv tsi vend wh whs wms'
  ).split(' '),
);
