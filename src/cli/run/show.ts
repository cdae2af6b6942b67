import leven from 'leven';
import { err, ok, type Result } from 'neverthrow';
import { type Explained, explainedId } from '../../inputs/explained-id.js';
import type { Input } from '../../inputs/input.js';
import { recognize } from '../../inputs/recognize.js';
import { type ResultsOptions, resultsOf, type UnusedInput } from '../../inputs/results-of.js';
import { settle } from '../check-facts.js';
import { type CommandResult, type Complaint, couldNotRun } from '../command-result.js';
import type { Invocation } from '../define-command.js';
import { readInputs } from '../read-inputs.js';
import type { ShownInputs } from '../shown-inputs.js';
import { type ShownResult, shownExplained, shownResultOf } from '../shown-result.js';
import { isFileOrPath } from '../text-or-file.js';
import { parseWrittenResults } from '../written-results.js';

interface ShowArguments {
  readonly inputs: readonly string[];
  /** Which environment is meant, where files are of several. */
  readonly dataverse?: string | undefined;
  readonly finops?: string | undefined;
  readonly config?: string | undefined;
}

/** Says what files and texts are and shows them as fits. The exit code is the worst of what is shown: 1 before 2 before 0. */
export async function run(
  given: ShowArguments,
  { commands }: Pick<Invocation, 'commands'>,
): Promise<CommandResult<ShownInputs>> {
  const typed = sortOut(
    given.inputs.length === 0 ? ['-'] : given.inputs,
    commands.map(({ path }) => path),
  );
  if (typed.isErr()) return couldNotRun(typed.error);
  const { paths, texts, ids } = typed.value;
  const files = await readInputs(paths);
  if (files.isErr()) return couldNotRun(files.error);
  const settled = await settle({ config: given.config });
  if (settled.isErr()) return couldNotRun(settled.error);
  const { dataverse: dataverseUrl, finops: finopsUrl } = given;
  const options = { now: new Date(), dataverseUrl, finopsUrl, evaluate: settled.value.options };
  const { inputs, results, unused } = await found(
    [...files.value, ...texts.map((text): Input => recognize(text))],
    options,
  );
  const explained = ids.map(shownExplained);
  const [first, ...more] = [...explained, ...results];
  if (first === undefined) {
    const isNothingGiven = given.inputs.length === 0 && inputs.every(({ kind }) => kind === 'unknown');
    const expected = isNothingGiven ? ': expected a file, a folder or a text (--help lists the commands)' : '';
    return couldNotRun(`${nothingToShow(inputs, unused)}${expected}`);
  }
  const codes = [first, ...more].map(({ exitCode }) => exitCode);
  const exitCode = codes.includes(1) ? 1 : codes.includes(2) || unused.length > 0 ? 2 : 0;
  return { type: 'done', result: { inputs, results: [first, ...more], unused }, exitCode };
}

type Found = Pick<ShownInputs, 'inputs' | 'unused'> & { readonly results: readonly ShownResult[] };

/** What there is to show of inputs. What this command wrote itself is what it was made of, each by itself again. */
async function found(inputs: readonly Input[], options: ResultsOptions): Promise<Found> {
  const written = inputs.filter((input) => input.kind === 'result' && input.of === 'results');
  const others = inputs.filter((input) => !written.includes(input));
  const { results, unused } = await resultsOf(others, options);
  const shown = await Promise.all(results.map(shownResultOf));
  const again = await Promise.all(written.map((input) => foundAgain(input, options)));
  return {
    inputs: [...others.map(({ name, kind, lacks }) => ({ name, kind, lacks })), ...again.flatMap((one) => one.inputs)],
    results: [...shown.flatMap((one) => one.unwrapOr([])), ...again.flatMap((one) => one.results)],
    unused: [
      ...unused,
      ...shown.flatMap((one) => (one.isErr() ? [one.error] : [])),
      ...again.flatMap((one) => one.unused),
    ],
  };
}

async function foundAgain(input: Input, options: ResultsOptions): Promise<Found> {
  const written = parseWrittenResults(input);
  if (written === undefined) {
    const because = 'it says that it is what `dual-write-health` shows, and lacks parts of it: write it again';
    return { inputs: [], results: [], unused: [{ name: input.name, kind: 'result', because }] };
  }
  const each = await Promise.all(
    written.results.map((one) => {
      const recognized = recognize(JSON.stringify(one));
      const isNested = recognized.kind === 'result' && recognized.of === 'results';
      return found(isNested ? [] : [recognized], options);
    }),
  );
  return {
    inputs: written.inputs,
    results: each.flatMap((one) => one.results),
    unused: [...written.unused, ...each.flatMap((one) => one.unused)],
  };
}

/** Arguments by what they are meant for. */
interface Typed {
  readonly paths: readonly string[];
  readonly texts: readonly string[];
  readonly ids: readonly Explained[];
}

function sortOut(given: readonly string[], commands: readonly string[]): Result<Typed, Complaint> {
  if (given.some((argument) => argument.trim() === '')) return err('expected a file or text, not nothing');
  const paths = given.filter(isFileOrPath);
  const others = given.filter((argument) => !isFileOrPath(argument));
  const ids = others.map((argument) => explainedId(argument));
  const isTyped = (argument: string, index: number) => ids[index] !== undefined || /\s/.test(argument.trim());
  if (others.every(isTyped)) {
    return ok({
      paths,
      texts: others.filter((_, index) => ids[index] === undefined),
      ids: ids.flatMap((id) => id ?? []),
    });
  }
  // Without quotation marks each word of a text is an argument.
  const [only = '', ...more] = others;
  return more.length === 0 ? err(mistyped(only, commands)) : ok({ paths, texts: [others.join(' ')], ids: [] });
}

function mistyped(word: string, commands: readonly string[]): string {
  const firstWords = [...new Set(commands.map((path) => path.replace(/ .*/, '')))];
  const [meant] = firstWords
    .map((name) => ({ name, distance: leven(word.toLowerCase(), name) }))
    .sort((a, b) => a.distance - b.distance);
  const hint =
    meant !== undefined && meant.distance <= Math.max(2, word.length / 3) ? ` (Did you mean ${meant.name}?)` : '';
  return `${word}: is not a file, a code, a topic or a command${hint}`;
}

function nothingToShow(inputs: ShownInputs['inputs'], unused: readonly UnusedInput[]): string {
  const [first, ...more] = unused;
  if (first !== undefined) {
    const others = more.length === 0 ? '' : `; nor can ${more.length} more be used`;
    return `${first.name ?? 'the text'}: ${first.because}${others}`;
  }
  const [input] = inputs;
  if (input === undefined) return 'the folder holds no file';
  return [`${input.name ?? 'the text'}: has nothing to show`, ...input.lacks].join('; ');
}
