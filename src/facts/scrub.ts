/** Words that go on with a sentence after "token:" or "password:". What is not among them may be one. */
const sentenceWords = [
  'a an the it its this that these those there they you we he she one none nothing nobody no not only both either another',
  'is was are were be been has have had do does did must may can cannot could should will would',
  'for from to of in on at by with without as or and but if when where who which what why how because since again please',
  'add ask check choose enter get give leave look make open put run see send set sign try type use',
  'access empty expected expired failed found got invalid missing refused rejected required unable unknown wrong',
].flatMap((line) => line.split(' '));

/** Words that go on with one after "bearer" or "basic". */
const schemeWords =
  'authenticat|authori[sz]|challenge|configuration|credential|enterprise|functional|information|knowledge|operations|permission|privilege|requirement|settings|understanding';

const secretNames = String.raw`(?:password|passwd|pwd|secret|token|api[-_]?key|accountkey|sharedaccesskey|sharedaccesssignature|\bsig)`;

const tokens = [
  { kind: 'token', pattern: /()\beyj[\w-]{8,}(?:\.[\w-]*){0,4}/gi },
  {
    kind: 'token',
    pattern: new RegExp(String.raw`(\b(?:bearer|basic)\s+)(?!(?:${schemeWords})[a-z]*\b)[\w.~+/=-]{8,}`, 'gi'),
  },
];

/**
 * What nobody else should see, with the part of the match that may stay. Tokens come first: they may hold the rest. Every
 * repetition is bounded, or cannot fail once it has begun: error text comes from strangers.
 */
const patterns: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  ...tokens,
  {
    kind: 'secret', // in quotation marks: all that stands between them
    pattern: new RegExp(
      String.raw`(${secretNames}["']?\s*[=:]\s*(?:"(?=[^"[\r\n][^"\r\n]{0,200}")|'(?=[^'[\r\n][^'\r\n]{0,200}')))(?:(?<=")[^"]+|(?<=')[^']+)`,
      'gi',
    ),
  },
  {
    kind: 'secret',
    pattern: new RegExp(
      String.raw`(${secretNames}["']?\s*(?:=|:(?!\s+(?:${sentenceWords.join('|')})(?:[.,;!?]?\s|$)))\s*["']?)[^\s"'&;,}[\]]+`,
      'gi',
    ),
  },
  { kind: 'user', pattern: /(\b[a-z][a-z0-9+.-]{0,40}:\/\/)[^\s/?#@]{1,2000}(?=@)/gi },
  {
    kind: 'email',
    pattern:
      /()[^\s<>"'(),;:=/\\@[\]]{1,256}@[^\s<>"'(),;:=/\\@[\].]{1,256}(?:\.[^\s<>"'(),;:=/\\@[\].]{1,256}){1,32}/g,
  },
];

/**
 * Free text without what nobody else should see: tokens, keys, passwords, credentials in URLs and mail addresses
 * are replaced by a word in brackets.
 */
export function scrub(text: string): string {
  return scrubWith(text, (kind) => kind);
}

/**
 * A {@link scrub} that numbers what it removes, so that two names are the same afterwards exactly when they were
 * the same before, letter case aside.
 */
export function consistentScrub(): ConsistentScrub {
  const numbers = new Map<string, number>();
  const nameOf = (kind: string, removed: string) => {
    const key = removed.toLowerCase();
    const number = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, number);
    return `${kind} ${number}`;
  };
  return {
    text: (text) => scrubWith(text, nameOf),
    syntax: (text) => scrubWith(text, nameOf, keepingSyntax),
  };
}

/** Two ways to scrub that share their numbers. */
export interface ConsistentScrub {
  /** Removes everything that nobody else should see. */
  readonly text: (text: string) => string;
  /**
   * Removes tokens and mail addresses only, and neither quotation marks nor escapes, so that JSON, and a filter in it, can be
   * read as before.
   */
  readonly syntax: (text: string) => string;
}

/** Those for JSON as text, encoded up to four times. A mail address may follow an escape, which stays whole. */
const keepingSyntax: typeof patterns = [
  ...tokens,
  {
    kind: 'email',
    pattern:
      /(\\{1,16}u[\da-f]{4}|(?:\\{1,16}[^\\u]|(?<!\\(?:u[\da-f]{0,3})?))(?=[^\s<>"'(),;:=/\\@[\]]))[^\s<>"'(),;:=/\\@[\]]{0,256}@[^\s<>"'(),;:=/\\@[\].]{1,256}(?:\.[^\s<>"'(),;:=/\\@[\].]{1,256}){1,32}/gi,
  },
];

function scrubWith(text: string, nameOf: (kind: string, removed: string) => string, which = patterns): string {
  return which.reduce(
    (scrubbed, { kind, pattern }) =>
      scrubbed.replace(pattern, (match: string, kept: string) => `${kept}[${nameOf(kind, match.slice(kept.length))}]`),
    text,
  );
}

/** What an error says, scrubbed: its message may quote a request. */
export function errorText(error: unknown): string {
  const isLikeAnError = typeof error === 'object' && error !== null && 'message' in error;
  return scrub(String(isLikeAnError ? error.message : error));
}
