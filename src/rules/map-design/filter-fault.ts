/** Where a filter stops being valid, and why. */
export interface FilterFault {
  readonly position: number;
  readonly because: string;
}

/** The words among the operators of a language of filters, in lower case; the signs are those of all languages. */
export interface OperatorWords {
  /** They are placed between two operands. */
  readonly between: ReadonlySet<string>;
  /** They are placed before an operand. */
  readonly before: ReadonlySet<string>;
}

/**
 * What is wrong with a filter, whatever dialect it is written in: a parenthesis or a quote without its counterpart, or an
 * operator without an operand.
 *
 * Dialects differ in whether a backslash keeps a quote from ending a text: a filter is reported as broken only if it is broken
 * either way.
 */
export function faultOfFilter(text: string, words: OperatorWords): FilterFault | undefined {
  const fault = firstFault(text, piecesOf(/'[^']*'|"[^"]*"/), words);
  if (fault === undefined || !text.includes('\\')) return fault;
  return firstFault(text, piecesOf(/'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/), words) && fault;
}

/** Texts, signs, and what is between them. */
function piecesOf(texts: RegExp): RegExp {
  const others = /['"(),]|[=!<>]=|<>|[=<>!]|&&|\|\||(?:(?!&&|\|\|)[^\s'"(),=<>!])+/;
  return new RegExp(`${texts.source}|${others.source}`, 'gu');
}

/** What a piece is to its neighbors: `start` begins an operand, `end` ends one, and `whole` is one. */
type Role = 'start' | 'end' | 'whole' | 'between' | 'before' | 'comma' | 'quote';

interface Piece {
  readonly role: Role | undefined;
  readonly said: string;
  readonly position: number;
}

function firstFault(filter: string, pieces: RegExp, words: OperatorWords): FilterFault | undefined {
  const open: number[] = [];
  let last: Piece = { role: undefined, said: '', position: 0 };
  for (const { 0: said, index: position } of filter.matchAll(pieces)) {
    const role = roleOf(said, words);
    if (role === 'quote') return { position, because: 'a quote is not closed' };
    if (isWaiting(last) && role !== 'start' && role !== 'whole' && role !== 'before')
      return withoutOperand('after', last);
    const piece = { role, said, position };
    if (role === 'between' && last.role !== 'whole' && last.role !== 'end' && !isRange(piece, last)) {
      return withoutOperand('before', piece);
    }
    if (role === 'start') open.push(position);
    if (role === 'end' && open.pop() === undefined) {
      return { position, because: 'a closing parenthesis has no opening one' };
    }
    last = piece;
  }
  if (isWaiting(last)) return withoutOperand('after', last);
  const unclosed = open.at(-1);
  return unclosed === undefined ? undefined : { position: unclosed, because: 'a parenthesis is not closed' };
}

const roles: ReadonlyMap<string, Role> = /* @__PURE__ */ new Map<string, Role>([
  ['(', 'start'],
  [')', 'end'],
  [',', 'comma'],
  ["'", 'quote'],
  ['"', 'quote'],
  ['!', 'before'],
  ['==', 'between'],
  ['!=', 'between'],
  ['<=', 'between'],
  ['>=', 'between'],
  ['<>', 'between'],
  ['=', 'between'],
  ['<', 'between'],
  ['>', 'between'],
  ['&&', 'between'],
  ['||', 'between'],
]);

function roleOf(said: string, { between, before }: OperatorWords): Role {
  const word = said.toLowerCase();
  if (between.has(word)) return 'between';
  return before.has(word) ? 'before' : (roles.get(word) ?? 'whole');
}

/** Whether an operand must follow. */
function isWaiting({ role }: Piece): boolean {
  return role === 'between' || role === 'before';
}

/** The advanced query syntax of finance and operations has `>1000`, for a column that it does not name. */
function isRange({ said }: Piece, { role }: Piece): boolean {
  return (said === '<' || said === '>') && (role === undefined || role === 'comma');
}

function withoutOperand(side: 'before' | 'after', { said, position }: Piece): FilterFault {
  return { position, because: `expected a column or a value ${side} ${said}` };
}
