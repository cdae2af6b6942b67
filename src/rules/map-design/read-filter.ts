import { type FilterFault, faultOfFilter, type OperatorWords } from './filter-fault.js';

/** What a filter says: the columns it names, that it is not a filter in any dialect, or that its form is not known here. */
export type ReadFilter =
  | { readonly type: 'sound'; readonly columns: readonly string[] }
  | ({ readonly type: 'broken' } & FilterFault)
  | { readonly type: 'unread' };

/** The words of a filter language. What they form is the same in both: comparisons, joined and in parentheses. */
export interface FilterLanguage {
  /** One token at a place (sticky), the blanks before it included; its groups say what it is. */
  readonly token: RegExp;
  readonly and: string;
  readonly or: string;
  readonly not: string;
  readonly comparisons: ReadonlySet<string>;
  readonly arithmetic: ReadonlySet<string>;
  /** Names that represent values, in lower case. */
  readonly constants: ReadonlySet<string>;
}

type Kind = 'open' | 'close' | 'comma' | 'value' | 'argument' | 'name' | 'operator';

interface Token {
  readonly kind: Kind | 'end' | 'unknown';
  readonly text: string;
}

/** What a part of a filter is. A column may be either: some hold true or false. */
type Meaning = 'condition' | 'value' | 'either';

/** No real filter is this deep; the limit keeps other input from exhausting the stack. */
const deepest = 100;

/** Reads a filter; a blank one selects all rows and is valid. */
export function readFilter(text: string, language: FilterLanguage): ReadFilter {
  if (text.trim() === '') return { type: 'sound', columns: [] };
  const fault = faultOfFilter(text, wordsOf(language));
  return fault === undefined ? readExpression(text, language) : { type: 'broken', ...fault };
}

function wordsOf({ and, or, not, comparisons }: FilterLanguage): OperatorWords {
  return { between: new Set([and, or, ...comparisons]), before: new Set([not]) };
}

/** Reads an expression in one pass, without going back, up to the first thing that has no form that is known. */
function readExpression(text: string, language: FilterLanguage): ReadFilter {
  const { token, and, or, not, comparisons, arithmetic, constants } = language;
  const columns: string[] = [];
  let isLost = false;
  let at = 0;
  let current = next();

  const meaning = disjunction(0);
  return isLost || current.kind !== 'end' || meaning === 'value' ? { type: 'unread' } : { type: 'sound', columns };

  function disjunction(depth: number): Meaning {
    let first = conjunction(depth);
    while (isOperator(or)) first = joined(first, () => conjunction(depth));
    return first;
  }

  function conjunction(depth: number): Meaning {
    let first = negation(depth);
    while (isOperator(and)) first = joined(first, () => negation(depth));
    return first;
  }

  /** Two conditions around a word that joins them. */
  function joined(first: Meaning, second: () => Meaning): Meaning {
    advance();
    return second() === 'value' || first === 'value' ? lost() : 'condition';
  }

  function negation(depth: number): Meaning {
    let isNegated = false;
    while (isOperator(not)) {
      isNegated = true;
      advance();
    }
    const meaning = comparison(depth);
    if (!isNegated) return meaning;
    return meaning === 'value' ? lost() : 'condition';
  }

  function comparison(depth: number): Meaning {
    const first = sum(depth);
    if (!isOneOf(comparisons)) return first;
    advance();
    return sum(depth) === 'condition' || first === 'condition' ? lost() : 'condition';
  }

  function sum(depth: number): Meaning {
    let first = operand(depth);
    while (isOneOf(arithmetic)) {
      advance();
      operand(depth);
      first = 'value';
    }
    return first;
  }

  function operand(depth: number): Meaning {
    if (depth > deepest) return lost();
    if (isOperator('-')) {
      advance();
      return operand(depth + 1);
    }
    switch (current.kind) {
      case 'open': {
        advance();
        const inside = disjunction(depth + 1);
        return closed(inside);
      }
      case 'value':
        advance();
        return 'value';
      case 'name':
        return named(depth);
      default:
        return lost();
    }
  }

  function named(depth: number): Meaning {
    const name = current.text;
    advance();
    // A function of what is behind a path, such as `tasks/any(…)`, looks at other rows.
    if (current.kind === 'open') return name.includes('/') ? lost() : call(depth);
    if (constants.has(name.toLowerCase())) return 'value';
    columns.push(name);
    return 'either';
  }

  function call(depth: number): Meaning {
    do {
      advance();
      if (current.kind === 'close') break;
      // Dataverse functions have named parameters.
      if (current.kind === 'argument') advance();
      disjunction(depth + 1);
    } while (current.kind === 'comma');
    return closed('either');
  }

  function closed(inside: Meaning): Meaning {
    if (current.kind !== 'close') return lost();
    advance();
    return inside;
  }

  function isOperator(word: string): boolean {
    return current.kind === 'operator' && current.text === word;
  }

  function isOneOf(words: ReadonlySet<string>): boolean {
    return current.kind === 'operator' && words.has(current.text);
  }

  function advance(): void {
    if (!isLost) current = next();
  }

  function next(): Token {
    token.lastIndex = at;
    const [kind, said] = Object.entries(token.exec(text)?.groups ?? {}).find(([, found]) => found !== undefined) ?? [];
    if (kind === undefined || said === undefined) {
      return { kind: text.slice(at).trim() === '' ? 'end' : 'unknown', text: '' };
    }
    at = token.lastIndex;
    // Safe: the groups of the tokens are named after the kinds.
    return { kind: kind as Kind, text: said };
  }

  /** Nothing that follows is read. */
  function lost(): Meaning {
    isLost = true;
    current = { kind: 'end', text: '' };
    return 'either';
  }
}
