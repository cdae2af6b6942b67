import { listOf, propertyOf } from '../lenient-json.js';
import { type HarAnswer, harAnswerOf, isOfOtherJson } from './har-answer.js';
import { knownSetOf } from './known-sets.js';
import type { RecordedAnswer } from './recorded-answer.js';

/** What a HAR file holds for us. */
export interface HarAnswers {
  /** The oldest first; of the same address only the one that counts. */
  readonly answers: readonly RecordedAnswer[];
  /** What would make them whole, each a phrase. */
  readonly lacks: readonly string[];
}

/** Whether the value is a HAR file: what the network tools of browsers and proxies save. */
export function isHar(value: unknown): boolean {
  return Array.isArray(propertyOf(propertyOf(value, 'log'), 'entries'));
}

/**
 * The answers of known addresses in a HAR file, and what is missing in it.
 *
 * These are read: `request.method` and `request.url` (host, path, and the options that choose rows and columns), `response.status`
 * and `startedDateTime` of an entry, and `response.content` (`text`, `encoding`) of GET requests to known addresses. The content
 * from another address is used in one case: JSON with the properties of an answer of the gateway, either initial sync details or
 * from a host that gives known answers of the gateway too; its address is not kept. Headers, cookies, bodies of requests, and
 * everything else in a HAR file are not looked at. Columns that are named as secrets are left out.
 *
 * Source: *HAR 1.2 Spec*, 2012.
 */
export function answersOfHar(har: unknown): HarAnswers {
  const collector = harCollector();
  for (const entry of entriesOf(har)) collector.take(entry);
  return collector.end();
}

/** The entries of a HAR file. */
export function entriesOf(har: unknown): readonly unknown[] {
  return listOf(propertyOf(har, 'log'), 'entries');
}

/** Takes the entries of a HAR file one by one: what is not for us is not kept. */
export interface HarCollector {
  /** @param size - how much text the entry was, if that is known */
  readonly take: (entry: unknown, size?: number) => void;
  readonly end: () => HarAnswers;
}

/** In characters. No environment has nearly as many answers, and a file of any size must fit. */
const mostKept = 256 * 1024 * 1024;

export function harCollector(): HarCollector {
  const kept = new Map<string, HarAnswer & { readonly size: number }>();
  const gatewayHosts = new Set<string>();
  let keptSize = 0;
  let leftOut = 0;
  let others = 0;

  return { take, end };

  function take(entry: unknown, size = 0): void {
    const found = harAnswerOf(entry);
    if (found === undefined) {
      if (isOfOtherJson(entry)) others += 1;
      return;
    }
    if (found.answer.address?.service === 'gateway') gatewayHosts.add(found.host);
    const earlier = kept.get(found.key);
    if (earlier !== undefined && !replaces(found.answer, earlier.answer)) return;
    const newSize = keptSize + size - (earlier?.size ?? 0);
    if (newSize > mostKept) {
      leftOut += 1;
      return;
    }
    keptSize = newSize;
    kept.set(found.key, { ...found, size });
  }

  function end(): HarAnswers {
    const ours = [...kept.values()].filter(({ ifOfGateway, host }) => !ifOfGateway || gatewayHosts.has(host));
    // A tab that opened an address and nothing else is recorded for us, whoever else asks for that address.
    if (!ours.some(isProof) && !(others === 0 && ours.some(isRead))) return { answers: [], lacks: [] };
    const answers = ours.map(({ answer }) => answer).sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
    return { answers, lacks: [...lacksOf(answers), ...(leftOut > 0 ? [tooMany(leftOut)] : [])] };
  }
}

/**
 * Whether the answer shows that the file is about dual-write: every app of Dataverse asks who the user is, what a table is called and
 * for the names of teams, and what is not there shows nothing.
 */
function isProof({ answer: { address, body, lack } }: HarAnswer): boolean {
  const { service, path = '', query = {} } = address ?? {};
  const isAskedByAll =
    /^(?:WhoAmI|RetrieveCurrentOrganization|RetrieveVersion|systemusers\([^/]*\)$)/i.test(path) ||
    (/^EntityDefinitions\([^/]*\)$/i.test(path) && query.$expand === undefined);
  if (isAskedByAll) return false;
  const [row] = listOf(body, 'value');
  const isOfNames =
    service === 'dataverse' && /^\w+$/.test(path) && row !== undefined && knownSetOf({ value: [row] }) === undefined;
  return (body !== undefined || lack !== undefined) && !isOfNames;
}

function isRead({ answer: { status, body } }: HarAnswer): boolean {
  return status === 200 && body !== undefined;
}

function tooMany(leftOut: number): string {
  return `${leftOut} more answers did not fit into memory: record less at a time`;
}

/** The later one counts. A body that was not saved says nothing about the one that was. */
function replaces(answer: RecordedAnswer, earlier: RecordedAnswer): boolean {
  const isSaved = answer.lack === undefined;
  if (isSaved !== (earlier.lack === undefined)) return isSaved;
  return answer.at === undefined || earlier.at === undefined || answer.at >= earlier.at;
}

/** No more paths than these are named. */
const mostNamed = 5;

/** One phrase for each kind of lack, with the paths that it is about. */
function lacksOf(answers: readonly RecordedAnswer[]): readonly string[] {
  const paths = new Map<string, Set<string>>();
  for (const { lack, address } of answers) {
    if (lack === undefined) continue;
    const of = paths.get(lack) ?? new Set();
    paths.set(lack, of.add(nameOf(address?.path ?? 'an answer')));
  }
  return [...paths].map(([lack, names]) => {
    const more = names.size > mostNamed ? ` and ${names.size - mostNamed} more` : '';
    return `${[...names].slice(0, mostNamed).join(', ')}${more}: ${lack}`;
  });
}

/** `systemusers(…)/teammembership_association`: without ids. */
function nameOf(path: string): string {
  return path.replace(/\([^)]*\)/g, '(…)').slice(0, 80);
}
