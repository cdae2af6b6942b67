import { err, errAsync, fromThrowable, ok, okAsync, type Result, ResultAsync } from 'neverthrow';
import { savedMapColumns } from '../adapters/dataverse/map-definitions.js';
import { entityMapColumns } from '../adapters/dataverse/read-entity-maps.js';
import type { RecordedAnswer } from '../adapters/recorded/recorded-answer.js';
import { type Known, known, type UnknownReason } from '../facts/fact.js';
import { factOf } from '../facts/snapshot.js';
import type { Fault } from '../fault.js';
import { isMapRow } from '../maps/is-map-row.js';
import { mapCoverage } from '../maps/map-coverage.js';
import { type Page, pagesIn } from '../maps/pages-in.js';
import { type MapRowsFault, mapRowsOf } from '../maps/read-map-rows.js';
import { toEntityMapRow } from '../maps/to-entity-map-row.js';
import type { BackupFault } from '../solutions/map-backup.js';
import type { SolutionFault } from '../solutions/solution-fault.js';
import { verifyBackup } from '../solutions/verify-backup.js';
import { capturedMapRows } from './captured-map-rows.js';
import type { Input } from './input.js';
import { pageLacks } from './page-lacks.js';
import { solutionOf } from './solution-of.js';

/**
 * Why inputs give no maps, and what to do. `input` is the name of the one that is at fault, if it is one and has a name.
 * @public
 */
export type MapsFault = { readonly input?: string | undefined } & (
  | (Fault & { readonly whatToDo: string } & (
        | { readonly type: 'no-maps-given' | 'maps-unknown' | 'several-sources' }
        /** Every answer about the maps is an error of the service, or has no body. */
        | { readonly type: 'not-answered'; readonly status: number }
      ))
  | MapRowsFault
  | BackupFault
  | SolutionFault
);

/**
 * The rows of the maps that inputs hold, and whether they are all: saved rows and answers about them, backups and recordings of
 * them, put together; else the maps of a solution; else the definitions in a snapshot; else, as a part, what the Dual-write page lists.
 *
 * An answer is partial where its query is not known to be for all maps: its address has a filter, or it was saved without its address and its
 * `@odata.context` does not name exactly the columns, in their order, of an address that `urlsFor` lists. Rows that somebody took out of answers are taken
 * as they are given.
 *
 * @returns rows as `entityMapOf` takes them; or a {@link MapsFault}
 *
 * @example
 * ```ts
 * const rows = await mapsOf([recognize(firstPage), recognize(secondPage)]);
 * if (rows.isOk()) console.log(rows.value.value.map(entityMapOf), rows.value.coverage ?? 'complete');
 * ```
 * @public
 */
export function mapsOf(inputs: readonly Input[]): ResultAsync<Known<readonly unknown[]>, MapsFault> {
  return savedIn(inputs).andThen((saved) => {
    const hasSolution = inputs.some(({ kind }) => kind === 'solution' || kind === 'solution-part');
    if (saved.length === 0) return hasSolution ? mapsOfSolution(inputs) : factsOrCapture(inputs);
    return hasSolution ? errAsync(severalSources) : rowsOf(saved);
  });
}

const severalSources: MapsFault = {
  type: 'several-sources',
  because: 'there are saved maps and a solution: the maps of one of them are expected',
  whatToDo: 'Give one of them; to see what the solution changes, use `maps plan SOLUTION --against ROWS`.',
};

/** A document with rows, the input that it is from, and why it may not have all. */
interface SavedDocument {
  readonly content: unknown;
  readonly input: string | undefined;
  readonly gap?: string | undefined;
}

/** Rows, answers and backups in the order of the inputs. */
function savedIn(inputs: readonly Input[]): ResultAsync<readonly SavedDocument[], MapsFault> {
  const documents = inputs.map((input): ResultAsync<readonly SavedDocument[], MapsFault> => {
    if (input.kind === 'map-backup') {
      return verifyBackup(input.backup)
        .map(({ rows, coverage, detail }) => [{ content: known(rows, { coverage, detail }), input: input.name }])
        .mapErr((fault) => ({ input: input.name, ...fault }));
    }
    if (input.kind !== 'map-rows') return okAsync([]);
    // A page that is missing here may be another input: that is for the reader of all rows to find.
    const ofPages = pageLacks(input.documents.flatMap(pagesIn));
    const unread = input.lacks.filter((lack) => !ofPages.includes(lack));
    const gap = unread.length === 0 ? undefined : unread.join('; ');
    return okAsync(
      input.documents.map((content) => ({ content, input: input.name, gap: gap ?? gapOfUnknownQuery(content) })),
    );
  });
  return ResultAsync.combine(documents).andThen((saved) =>
    answersIn(inputs).map((answered) => [...saved.flat(), ...answered]),
  );
}

/** The columns of `msdyn_dualwriteentitymaps` that the adapters ask for, without a filter. */
export function askedMapColumns(): readonly [readonly string[], readonly string[]] {
  return [entityMapColumns(), savedMapColumns()];
}

function gapOfUnknownQuery(content: unknown): string | undefined {
  return pagesIn(content, 0).some(isOfUnknownQuery)
    ? 'an answer was saved without its address, so it may not have all maps'
    : undefined;
}

/** `…/$metadata#msdyn_dualwriteentitymaps(msdyn_dualwriteentitymapid,msdyn_name,…)` */
function isOfUnknownQuery({ isAnswer, context }: Page): boolean {
  const columns = /#msdyn_dualwriteentitymaps\(([^()]*)\)$/.exec(context)?.[1];
  return isAnswer && !askedMapColumns().some((asked) => asked.join() === columns);
}

/** The answers about saved maps in recordings, each address once. Errors count only where there is nothing else. */
function answersIn(inputs: readonly Input[]): Result<readonly SavedDocument[], MapsFault> {
  const all = inputs.flatMap((input) =>
    'answers' in input && input.kind !== 'table-metadata'
      ? input.answers.filter(isAboutMaps).map((answer) => ({ answer, input: input.name }))
      : [],
  );
  const given = all.filter(({ answer }) => isGiven(answer));
  const hosts = new Set(given.flatMap(({ answer }) => answer.address?.host ?? []));
  if (hosts.size > 1) return err(severalEnvironments([...hosts]));
  const [first] = all;
  if (given.length === 0 && first !== undefined) return err({ input: first.input, ...notAnswered(first.answer) });
  const latest = new Map<unknown, (typeof given)[number]>();
  for (const one of given) {
    const key = addressKey(one.answer) ?? one;
    const { at = Number.NEGATIVE_INFINITY } = latest.get(key)?.answer ?? {};
    if ((one.answer.at ?? at) >= at) latest.set(key, one);
  }
  return ok(
    [...latest.values()].map(({ answer, input }) => ({ content: answer.body, input, gap: gapOfAnswer(answer) })),
  );
}

const mapsPath = /^msdyn_dualwriteentitymaps(?:\([^()]*\))?$/i;

function isAboutMaps({ address, body }: RecordedAnswer): boolean {
  if (address !== undefined) return address.service === 'dataverse' && mapsPath.test(address.path);
  const pages = pagesIn(body, 0);
  return pages.every(
    ({ context, rows }) =>
      /#(?:\w+\.)*msdyn_dualwriteentitymap/i.test(context) || (rows.length > 0 && rows.every(isMapRow)),
  );
}

function isGiven({ status, body, lack }: RecordedAnswer): boolean {
  return status >= 200 && status < 300 && body !== undefined && lack === undefined;
}

function addressKey({ address }: RecordedAnswer): string | undefined {
  return address && JSON.stringify([address.path.toLowerCase(), Object.entries(address.query).sort()]);
}

const rowOptions = ['$filter', '$top', '$skip', '$apply'];

function gapOfAnswer({ address, body }: RecordedAnswer): string | undefined {
  if (address === undefined) return gapOfUnknownQuery(body);
  if (address.path.includes('(')) return 'a row was read by its id, which does not show the others';
  const option = rowOptions.find((one) => one in address.query);
  return option && `an address has ${option}, which leaves out maps`;
}

function notAnswered({ status, lack }: RecordedAnswer): MapsFault {
  const why = lack ?? `it is an error of the service (${status})`;
  return {
    type: 'not-answered',
    because: `holds no saved maps: of the answer about them, ${why}`,
    status,
    whatToDo: 'Read msdyn_dualwriteentitymaps again, as a user who may read it.',
  };
}

function severalEnvironments(hosts: readonly string[]): MapsFault {
  const because = `the maps are those of several environments: ${hosts.join(', ')}`;
  return { type: 'several-environments', because, hosts, whatToDo: 'Give the maps of one environment.' };
}

function rowsOf(documents: readonly SavedDocument[]): Result<Known<readonly unknown[]>, MapsFault> {
  const notJson = { type: 'not-maps', because: 'is not JSON', document: 0, whatToDo: 'Give rows as JSON.' } as const;
  return fromThrowable(
    mapRowsOf,
    (): MapsFault => notJson,
  )(documents)
    .andThen((rows) => rows)
    .mapErr((fault) => ('document' in fault ? { ...fault, input: documents[fault.document]?.input } : fault));
}

function mapsOfSolution(inputs: readonly Input[]): ResultAsync<Known<readonly unknown[]>, MapsFault> {
  return solutionOf(inputs).andThen((solution) =>
    solution === undefined ? err(noMapsGiven) : ok(known(solution.maps.map(toEntityMapRow), mapCoverage(solution))),
  );
}

/** The definitions in the only snapshot that has them, else the maps that the Dual-write page lists. */
function factsOrCapture(inputs: readonly Input[]): Result<Known<readonly unknown[]>, MapsFault> {
  const definitions = inputs.flatMap((input) => {
    const facts = input.kind === 'snapshot' ? input.snapshot.facts : input.kind === 'facts' ? input.facts.facts : {};
    return facts.mapDefinitions === undefined ? [] : [{ fact: factOf(facts, 'mapDefinitions'), input: input.name }];
  });
  const [first, second] = definitions;
  if (second !== undefined) return err({ ...severalSources, because: 'there are several snapshots with saved maps' });
  if (first?.fact.status === 'known') return ok(first.fact);
  const captured = capturedMapRows(inputs);
  if (captured !== undefined) return ok(captured);
  return err(first === undefined ? noMapsGiven : { input: first.input, ...mapsUnknown(first.fact.reason) });
}

function mapsUnknown(reason: UnknownReason): MapsFault {
  const whatToDo = 'Read them again, or give the rows of msdyn_dualwriteentitymaps.';
  return { type: 'maps-unknown', because: `the saved maps are not known (${reason})`, whatToDo };
}

/** The forms in which maps are read. */
export const howToGiveMaps =
  'Give rows of msdyn_dualwriteentitymaps, a backup, a snapshot with mapDefinitions, a solution, or a HAR file that has them.';

const noMapsGiven: MapsFault = {
  type: 'no-maps-given',
  because: 'holds no saved maps',
  whatToDo: howToGiveMaps,
};
