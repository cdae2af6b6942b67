/**
 * What nobody else should see, with the part of the match that may stay. Tokens come first: they may hold the rest. Every
 * repetition is bounded, or cannot fail once it has begun: error text comes from strangers.
 */
const patterns: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  { kind: 'token', pattern: /()\beyj[\w-]{8,}(?:\.[\w-]*){0,4}/gi },
  { kind: 'token', pattern: /(\b(?:bearer|basic)\s+)[\w.~+/=-]{8,}/gi },
  {
    kind: 'secret',
    pattern:
      /((?:password|passwd|pwd|secret|token|api[-_]?key|accountkey|sharedaccesskey|sharedaccesssignature|\bsig)["']?\s*[=:]\s*["']?)[^\s"'&;,}[\]]+/gi,
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
export function consistentScrub(): (text: string) => string {
  const numbers = new Map<string, number>();
  return (text) =>
    scrubWith(text, (kind, removed) => {
      const key = removed.toLowerCase();
      const number = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, number);
      return `${kind} ${number}`;
    });
}

function scrubWith(text: string, nameOf: (kind: string, removed: string) => string): string {
  return patterns.reduce(
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
