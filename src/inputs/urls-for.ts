import { isMicrosofts } from '../adapters/finops/found-address.js';
import { recordedAddressOf } from '../adapters/recorded/recorded-address.js';
import type { RecordedService } from '../adapters/recorded/recorded-answer.js';
import type { Fact } from '../facts/fact.js';
import { objectFacts } from '../facts/fact-names.js';
import { groupsBy } from '../facts/groups-by.js';
import { hostKey } from '../facts/keys.js';
import { overlayFacts } from '../facts/overlay-facts.js';
import type { FactName, Facts } from '../facts/schemas.js';
import { factOf } from '../facts/snapshot.js';
import { answersOf } from './answers-of.js';
import { answersOfEnvironment, sortAnswers } from './environment-answers.js';
import type { InputEnvironment } from './environments-in.js';
import { chosenOf, environmentsOf, isOnly, savedFactsOf } from './facts-of.js';
import type { Input } from './input.js';
import { readAnswers } from './read-answers.js';

/**
 * An address whose answer a signed-in person can save.
 * @public
 */
export interface FactUrl {
  /** Absolute. */
  readonly url: string;
  readonly method: 'GET';
  readonly service: RecordedService;
  /** The facts that need its answer. */
  readonly gives: readonly FactName[];
  /** `session`: a tab of a browser that is signed in opens it. `token`: it takes a program that sends a token. */
  readonly needs: 'session' | 'token';
}

/**
 * What to list addresses for.
 * @public
 */
export interface UrlsForOptions extends InputEnvironment {
  /** The id of the environment in the Power Platform, whose addresses need it. */
  readonly environmentId?: string | undefined;
}

/**
 * The addresses whose answers give the facts that `inputs` do not give yet, in the order of the facts. Those that follow from other
 * answers – the teams of a user, the steps of a plug-in, the next page of a list – are listed once these are among the inputs, so the
 * list is empty when everything was saved. Each answer is taken as whole by {@link factsOf}, saved with or without its address; only
 * lists of the teams of several users need theirs.
 *
 * @example
 * ```ts
 * const first = await urlsFor({ dataverseUrl: 'https://contoso.crm4.dynamics.com' });
 * // Save each answer, then see what follows:
 * const second = await urlsFor({ dataverseUrl: 'https://contoso.crm4.dynamics.com' }, saved.map((text) => recognize(text)));
 * ```
 * @public
 */
export async function urlsFor(options: UrlsForOptions, inputs: readonly Input[] = []): Promise<readonly FactUrl[]> {
  const sorted = sortAnswers(await answersOf(inputs));
  const environments = environmentsOf(inputs, sorted);
  const gives = new Map<string, FactName[]>();
  for (const environment of chosenOf(environments, options)) {
    const isOnlyOne = isOnly(environments, environment);
    const answers = answersOfEnvironment(sorted, environment, isOnlyOne);
    const { snapshots, persons } = savedFactsOf(inputs, environment, isOnlyOne);
    const saved = [...snapshots, ...persons].map(({ facts }) => facts).reduce(overlayFacts, {});
    const read = await readAnswers(answers, environment, { environmentId: options.environmentId, saved });
    for (const [name, { fact, unanswered }] of read) {
      const isWhole = isComplete(factOf(saved, name)) || (isComplete(fact) && !objectFacts.has(name));
      for (const url of isWhole ? [] : unanswered) {
        if (mayBeOpened(url, options)) gives.set(url, [...new Set([...(gives.get(url) ?? []), name])]);
      }
    }
  }
  return withoutContained([...gives].flatMap(([url, names]) => factUrl(url, names)));
}

function isComplete(fact: Fact<Facts[FactName]>): boolean {
  return fact.status === 'known' && fact.coverage !== 'partial';
}

/** A host that only a recording names gets no token, unless it is one of Microsoft. */
function mayBeOpened(url: string, { dataverseUrl, finopsUrl }: InputEnvironment): boolean {
  if (recordedAddressOf(url)?.service === 'power-platform') return true; // a host that is known beforehand
  return [dataverseUrl, finopsUrl].some((named) => hostKey(named) === hostKey(url)) || isMicrosofts(url);
}

function factUrl(url: string, gives: readonly FactName[]): readonly FactUrl[] {
  const service = recordedAddressOf(url)?.service;
  if (service === undefined) return [];
  return [{ url, method: 'GET', service, gives, needs: service === 'power-platform' ? 'token' : 'session' }];
}

/** Without an address whose columns another one of the same rows has too; that one gives the facts of both. */
function withoutContained(urls: readonly FactUrl[]): readonly FactUrl[] {
  const asked = urls.map((one) => ({ one, ...rowsAndColumns(one.url) }));
  const widerThan = ({ rows, columns }: (typeof asked)[number]) =>
    asked.find((other) => other.rows === rows && other.columns.size > columns.size && isIn(columns, other.columns));
  const gained = groupsBy(asked, (narrow) => widerThan(narrow)?.one.url ?? narrow.one.url);
  return asked
    .filter((candidate) => widerThan(candidate) === undefined)
    .map(({ one }) => ({
      ...one,
      gives: [...new Set((gained.get(one.url) ?? []).flatMap(({ one: { gives } }) => gives))],
    }));
}

function rowsAndColumns(url: string): { readonly rows: string; readonly columns: ReadonlySet<string> } {
  const { searchParams } = new URL(url);
  const columns = new Set(searchParams.get('$select')?.split(','));
  const rest = new URL(url);
  rest.searchParams.delete('$select');
  return { rows: rest.href, columns };
}

function isIn(columns: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...columns].every((column) => others.has(column));
}
