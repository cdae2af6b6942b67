/** What a filter says: the columns it names, or where it stops being one. */
export type ReadFilter =
  | { readonly type: 'sound'; readonly columns: readonly string[] }
  | { readonly type: 'faulty'; readonly position: number; readonly because: string };

/** The words of a language of filters. What they make up is the same in both: comparisons, joined and in parentheses. */
export interface FilterLanguage {
  /** One token at a place (sticky), the blanks before it included; its groups say what it is. */
  readonly token: RegExp;
  readonly and: string;
  readonly or: string;
  readonly not: string;
  readonly comparisons: ReadonlySet<string>;
  readonly arithmetic: ReadonlySet<string>;
  /** Why a name is none that a filter may have. */
  readonly whyNoColumn: (name: string) => string | undefined;
  /** Names that stand for values, in lower case. */
  readonly constants: ReadonlySet<string>;
  /** How a comparison looks like. */
  readonly example: string;
}

type Kind = 'open' | 'close' | 'comma' | 'text' | 'number' | 'name' | 'operator';

interface Token {
  readonly kind: Kind | 'end' | 'unknown';
  readonly text: string;
  readonly position: number;
}

/** What a part of a filter is. A column may be either: some hold true or false. */
type Meaning = 'condition' | 'value' | 'either';

/** No filter of anybody's is as deep; nothing that is not runs out of stack. */
const deepest = 100;

/**
 * Reads a filter in one pass, without going back.
 *
 * @param text - a filter that is not blank
 */
export function readFilter(text: string, language: FilterLanguage): ReadFilter {
  const { token, and, or, not, comparisons, arithmetic, whyNoColumn, constants, example } = language;
  const columns: string[] = [];
  let fault: { readonly position: number; readonly because: string } | undefined;
  let at = 0;
  let current = next();

  const meaning = disjunction(0);
  if (fault === undefined && current.kind === 'close') fail(current, 'a parenthesis is closed that was not opened');
  if (fault === undefined && current.kind !== 'end') fail(current, `expected ${and}, ${or} or the end`);
  if (fault === undefined && meaning === 'value') fail(current, `expected a comparison, as in ${example}`);
  return fault === undefined ? { type: 'sound', columns } : { type: 'faulty', ...fault };

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
    if (first === 'value') fail(current, `expected a comparison before ${current.text}, as in ${example}`);
    advance();
    const start = current;
    if (second() === 'value') fail(start, `expected a comparison, as in ${example}`);
    return 'condition';
  }

  function negation(depth: number): Meaning {
    let isNegated = false;
    while (fault === undefined && isOperator(not)) {
      isNegated = true;
      advance();
    }
    const start = current;
    const meaning = comparison(depth);
    if (isNegated && meaning === 'value') fail(start, `expected a comparison after ${not}`);
    return isNegated ? 'condition' : meaning;
  }

  function comparison(depth: number): Meaning {
    const first = sum(depth);
    if (current.kind !== 'operator' || !comparisons.has(current.text)) return first;
    if (first === 'condition') fail(current, `expected a column or a value before ${current.text}`);
    advance();
    const start = current;
    if (sum(depth) === 'condition') fail(start, 'expected a column or a value');
    return 'condition';
  }

  function sum(depth: number): Meaning {
    let first = operand(depth);
    while (fault === undefined && current.kind === 'operator' && arithmetic.has(current.text)) {
      advance();
      operand(depth);
      first = 'value';
    }
    return first;
  }

  function operand(depth: number): Meaning {
    const { kind, text: said } = current;
    if (depth > deepest) return fail(current, `nested deeper than ${deepest} levels`);
    if (kind === 'operator' && said === '-') {
      advance();
      return operand(depth + 1);
    }
    if (kind === 'open') {
      advance();
      const inside = disjunction(depth + 1);
      return close() ?? inside;
    }
    if (kind === 'text' || kind === 'number') {
      advance();
      return 'value';
    }
    if (kind === 'name') return named(depth);
    return fail(current, kind === 'unknown' ? `does not belong here: ${said}` : 'expected a column or a value');
  }

  function named(depth: number): Meaning {
    const name = current;
    advance();
    if (current.kind === 'open') return call(depth);
    if (constants.has(name.text.toLowerCase())) return 'value';
    const because = whyNoColumn(name.text);
    if (because !== undefined) return fail(name, because);
    columns.push(name.text);
    return 'either';
  }

  function call(depth: number): Meaning {
    advance();
    if (current.kind !== 'close') {
      disjunction(depth + 1);
      while (fault === undefined && current.kind === 'comma') {
        advance();
        disjunction(depth + 1);
      }
    }
    return close() ?? 'either';
  }

  function close(): Meaning | undefined {
    if (fault !== undefined) return 'either';
    if (current.kind !== 'close') return fail(current, 'expected a closing parenthesis');
    advance();
    return undefined;
  }

  function isOperator(word: string): boolean {
    return fault === undefined && current.kind === 'operator' && current.text === word;
  }

  function advance(): void {
    if (fault === undefined) current = next();
  }

  function next(): Token {
    token.lastIndex = at;
    const groups = token.exec(text)?.groups;
    const found = Object.entries(groups ?? {}).find(([, said]) => said !== undefined);
    if (found === undefined) {
      const rest = text.slice(at).trimStart();
      const position = text.length - rest.length;
      const character = rest.codePointAt(0);
      if (character === undefined) return { kind: 'end', text: '', position };
      return { kind: 'unknown', text: String.fromCodePoint(character), position };
    }
    const [kind, said = ''] = found;
    at = token.lastIndex;
    // Safe: the groups of the tokens are named after the kinds.
    return { kind: kind as Kind, text: said, position: at - said.length };
  }

  /** The first fault stands. */
  function fail({ position }: Token, because: string): Meaning {
    fault ??= { position, because };
    current = { kind: 'end', text: '', position };
    return 'either';
  }
}
