/** Words that continue a sentence after "token:" or "password:". Any other word may be a secret. */
const sentenceWords = [
  'a an the it its this that these those there they you we he she one none nothing nobody no not only both either another',
  'is was are were be been has have had do does did must may can cannot could should will would',
  'for from to of in on at by with without as or and but if when where who which what why how because since again please',
  'add ask check choose enter get give leave look make open put run see send set sign try type use',
  'access empty expected expired failed found got invalid missing refused rejected required unable unknown wrong',
].flatMap((line) => line.split(' '));

/** Words that continue a sentence after "bearer" or "basic". */
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
 * Patterns of confidential data, with the part of the match that may be kept. Tokens come first: they may contain the
 * others. Every repetition is bounded, or cannot fail once it has begun: error text is untrusted.
 */
const patterns: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  ...tokens,
  {
    kind: 'secret', // in quotation marks: everything between them
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
 * Free text without confidential data: tokens, keys, passwords, credentials in URLs and email addresses
 * are replaced by a word in brackets.
 */
export function scrub(text: string): string {
  return scrubWith(text, (kind) => kind);
}

/**
 * A {@link scrub} that numbers what it removes, so that two names are equal afterward exactly when they were
 * equal before, ignoring letter case.
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
  /** Removes all confidential data. */
  readonly text: (text: string) => string;
  /**
   * Removes only tokens and email addresses, and neither quotation marks nor escapes, so that JSON, and a filter in it,
   * can still be parsed.
   */
  readonly syntax: (text: string) => string;
}

/** Those for JSON as text, encoded up to four times. An email address may follow an escape, which is kept whole. */
const keepingSyntax: typeof patterns = [
  ...tokens,
  {
    kind: 'email',
    pattern:
      /(\\u[\da-f]{4}|(?:\\[^\\u]|(?<!\\))(?=[^\s<>"'(),;:=/\\@[\]]))[^\s<>"'(),;:=/\\@[\]]{0,256}@[^\s<>"'(),;:=/\\@[\].]{1,256}(?:\.[^\s<>"'(),;:=/\\@[\].]{1,256}){1,32}/gi,
  },
];

/** Every pattern needs one of these: most texts hold none, and are done in a tenth of the time. */
const mayBeConfidential = /@|eyj|bearer|basic|pass|pwd|secret|token|key|\bsig/i;

function scrubWith(text: string, nameOf: (kind: string, removed: string) => string, which = patterns): string {
  if (!mayBeConfidential.test(text)) return text;
  return which.reduce(
    (scrubbed, { kind, pattern }) =>
      scrubbed.replace(pattern, (match: string, kept: string) => `${kept}[${nameOf(kind, match.slice(kept.length))}]`),
    text,
  );
}

/** The message of an error, scrubbed: it may quote a request. */
export function errorText(error: unknown): string {
  const isLikeAnError = typeof error === 'object' && error !== null && 'message' in error;
  return scrub(String(isLikeAnError ? error.message : error));
}
