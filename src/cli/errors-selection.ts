import { err, ok, Result } from 'neverthrow';
import { topics } from '../diagnosis/all-topics.js';
import { healthCheckTopics } from '../diagnosis/codes.js';
import { nearest } from '../engine/nearest.js';
import { instantOfBound } from '../facts/instant.js';
import { guidKey, nameKey } from '../facts/keys.js';
import type { Input } from '../inputs/input.js';
import {
  type FileSummaryOptions,
  type SyncErrorFileSummary,
  summarizeSyncErrorFile,
} from '../node/summarize-sync-error-file.js';
import { categoryInWords, type SyncErrorCategory, syncErrorCategories } from '../sync-errors/record.js';
import { idKeys, type SyncErrorFilter } from '../sync-errors/select-sync-errors.js';
import type { Complaint } from './command-result.js';
import { inputInWords } from './input-in-words.js';
import { sourceOfRecords } from './source-of-records.js';

/** Which rows the commands about sync errors look at, as read from the command line. */
export interface ErrorsSelection {
  /** Files that belong together, of which one may be `-` for standard input. */
  readonly files: readonly string[];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly entity?: readonly string[] | undefined;
  readonly dataSource?: readonly string[] | undefined;
  readonly company?: readonly string[] | undefined;
  readonly uniqueKey?: readonly string[] | undefined;
  readonly category?: readonly string[] | undefined;
  readonly problem?: readonly string[] | undefined;
  readonly id?: readonly string[] | undefined;
  readonly text?: string | undefined;
}

/** Reads the selected rows of a file. A row that is named and not there is a mistake, which must not look like no errors. */
export async function readSelection(
  selection: ErrorsSelection,
  options: Pick<FileSummaryOptions, 'onRecord' | 'lookFor'> = {},
): Promise<Result<SyncErrorFileSummary, Complaint>> {
  const { files, id = [] } = selection;
  const filter = filterOf(selection);
  if (filter.isErr()) return err(filter.error);
  const lookFor = [...id, ...(options.lookFor ?? [])];
  const sought = lookFor.length === 0 ? undefined : lookFor;
  const sources = files.map((path) => ({ path, ...sourceOfRecords(path) }));
  const read = await summarizeSyncErrorFile(
    sources.map(({ source }) => source),
    { ...options, filter: filter.value, lookFor: sought },
  );
  const isWithoutRows = read.isErr() || read.value.total === 0;
  for (const { path, input } of isWithoutRows ? sources : []) {
    const found = await input();
    // Of a file that is nothing known, the fault of the reader says more.
    if (found === undefined || found.kind === 'sync-errors' || (read.isErr() && isNothingKnown(found))) continue;
    // A list without rows is of any kind; a plan or a result of this program is not one.
    const hasOthers = read.isErr() || read.value.corrupt.count > 0;
    if (!hasOthers && found.kind !== 'request-plan' && found.kind !== 'result') continue;
    return err({ type: 'other-kind', path, because: inputInWords(found, 'sync errors') });
  }
  if (read.isErr()) return err(read.error);
  const [path = '-'] = files;
  const missing = idKeys(read.value.missingIds);
  const wanted = id.filter((one) => missing.has(guidKey(one)));
  const { count, unit } = read.value.corrupt;
  const unread = count === 0 ? '' : `, though ${count} of its ${unit ?? 'line'}s cannot be read`;
  return wanted.length === 0
    ? ok(read.value)
    : err(`--id ${someOf(wanted)}: ${path === '-' ? 'standard input' : files.join(', ')} has no such row${unread}`);
}

function isNothingKnown({ kind }: Input): boolean {
  return kind === 'unknown' || kind === 'error-text';
}

function someOf(ids: readonly string[]): string {
  const more = ids.length - 10;
  return `${ids.slice(0, 10).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Which rows are meant. Between a time and an earlier one there is nothing, which must not look like no errors. */
function filterOf(selection: ErrorsSelection): Result<SyncErrorFilter, string> {
  const { from, to, entity, dataSource, company, uniqueKey, category, problem, id, text } = selection;
  if (from !== undefined && to !== undefined && instantOfBound(from) >= instantOfBound(to)) {
    return err(`--to ${to}: expected a time after --from ${from}`);
  }
  return categoriesOf(category).andThen((categories) =>
    problemsOf(problem).map((problems) => {
      return { from, to, entity, dataSource, company, uniqueKey, category: categories, problem: problems, id, text };
    }),
  );
}

function categoriesOf(words: readonly string[] | undefined): Result<readonly SyncErrorCategory[] | undefined, string> {
  return eachOf(words, (word) => {
    const category = categoryInWords(word);
    if (category !== undefined) return ok(category);
    const [closest] = nearest(word, syncErrorCategories);
    return err(`--category ${word}: expected ${syncErrorCategories.join(', ')} (did you mean ${closest}?)`);
  });
}

/** The ids of topics, and Microsoft's codes, which are known by their form. */
function problemsOf(words: readonly string[] | undefined): Result<readonly (string | null)[] | undefined, string> {
  return eachOf(words, (word) => {
    if (nameKey(word) === 'none') return ok(null);
    if (isCode.test(word)) return ok(word);
    const names = [...topics, ...healthCheckTopics()].flatMap(({ id, code = id }) => [id, code]);
    if (names.some((name) => nameKey(name) === nameKey(word))) return ok(word);
    const begun = names.find((name) => nameKey(name).startsWith(nameKey(word)));
    const [closest] = begun === undefined ? nearest(word, names) : [begun];
    return err(
      `--problem ${word}: expected the id of a known problem, as the summary shows it (did you mean ${closest}?)`,
    );
  });
}

/** Codes that nobody has documented are problems of their own. */
const isCode = /^\s*(?:DW(?:DV|FO)EV|DIPV)\d{4}\s*$|^\s*unknown-code\s*$/i;

function eachOf<Value>(
  words: readonly string[] | undefined,
  meaningOf: (word: string) => Result<Value, string>,
): Result<readonly Value[] | undefined, string> {
  return words === undefined ? ok(undefined) : Result.combine(words.map(meaningOf));
}
