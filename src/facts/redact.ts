import { type Fact, unknown } from './fact.js';
import { factNames } from './fact-names.js';
import { factTable, type TextRedaction } from './fact-table.js';
import { hostKey, isBlank } from './keys.js';
import { redacted } from './redacted.js';
import { type FactName, factEnvelopes } from './schemas.js';
import { type ConsistentScrub, consistentScrub, scrub } from './scrub.js';
import type { Snapshot } from './snapshot.js';

/**
 * The same snapshot without confidential data. It evaluates to the same statuses and codes as before.
 *
 * Removed: the names of application users and of finance and operations clients; user ids and recipients of alerts (a value
 * becomes `redacted`, a blank remains blank); messages and unique keys of sync errors; everything of a URL except its host;
 * email addresses, tokens, keys and passwords inside details and names (numbered, so that equal values remain equal); and every
 * property that no fact defines. The columns of maps lose only email addresses and tokens: rules read their filters and default
 * values.
 *
 * @public
 */
export function redactSnapshot(snapshot: Snapshot): Snapshot {
  const scrubs = consistentScrub();
  const present = factNames.filter((name) => snapshot.facts[name] !== undefined);
  return {
    schemaVersion: 1,
    environment: { name: scrubs.text(snapshot.environment.name) },
    takenAt: snapshot.takenAt,
    facts: Object.fromEntries(present.map((name) => [name, redactFact(name, snapshot.facts[name], scrubs)])),
  };
}

function redactFact(name: FactName, fact: Fact<unknown> | undefined, scrubs: ConsistentScrub): Fact<unknown> {
  const parsed = factEnvelopes()[name].safeParse(fact);
  if (!parsed.success) return unknown('malformed');
  const { detail } = parsed.data;
  const scrubbedDetail = detail === undefined ? {} : { detail: scrub(detail) };
  if (parsed.data.status === 'unknown') return { ...parsed.data, ...scrubbedDetail };
  return { ...parsed.data, ...scrubbedDetail, value: redactValue(parsed.data.value, factTable[name].redact, scrubs) };
}

/** The redacted value according to its line of the table; properties without a line are removed. */
export function redactValue(value: unknown, how: AnyRedaction, scrubs: ConsistentScrub): unknown {
  if (Array.isArray(value)) return value.map((item) => redactValue(item, how, scrubs));
  if (typeof how === 'string') return typeof value === 'string' ? textRedactors[how](value, scrubs) : value;
  if (value == null) return value;
  const row: Readonly<Record<string, unknown>> = { ...value };
  return Object.fromEntries(
    Object.entries(how).flatMap(([name, inner]) =>
      inner === 'drop' || row[name] === undefined ? [] : [[name, redactValue(row[name], inner, scrubs)]],
    ),
  );
}

type AnyRedaction = AnyTextRedaction | { readonly [property: string]: AnyRedaction | 'drop' };
type AnyTextRedaction = TextRedaction | 'url';

const textRedactors: {
  readonly [How in AnyTextRedaction]: (text: string, scrubs: ConsistentScrub) => string | null;
} = {
  keep: (text) => text,
  scrub: (text, scrubs) => scrubs.text(text),
  'scrub-json': (text, scrubs) => scrubs.syntax(text),
  geography: (text, scrubs) => numberedByLetters(text, scrubs.text(text)),
  mask: (text) => (isBlank(text) ? '' : redacted),
  url: (text, scrubs) => redactUrl(text, scrubs) ?? null,
  'required-url': (text, scrubs) => redactUrl(text, scrubs) ?? '',
  'url-or-blank': (text, scrubs) => (isBlank(text) ? '' : (redactUrl(text, scrubs) ?? '(no URL)')),
};

/** Geographies are compared without digits, so `[email 1]` and `[email 2]` would become one. */
function numberedByLetters(text: string, scrubbed: string): string {
  return scrubbed === text ? text : scrubbed.replace(/\d/g, (digit) => String.fromCharCode(97 + Number(digit)));
}

/** Only the host: paths and queries may contain keys. Text that is not a URL counts as not known, before and after. */
function redactUrl(url: string, scrubs: ConsistentScrub): string | undefined {
  const host = hostKey(url);
  return host === undefined ? undefined : scrubs.text(`https://${host}`);
}
