import leven from 'leven';
import { err, ok, type Result, ResultAsync } from 'neverthrow';
import type { Input } from '../../inputs/input.js';
import { recognize } from '../../inputs/recognize.js';
import { type InputResult, resultsOf, type UnusedInput } from '../../inputs/results-of.js';
import { type CommandResult, type Complaint, couldNotRun } from '../command-result.js';
import type { Invocation } from '../define-command.js';
import { explainedId } from '../explained-id.js';
import { readInputs } from '../read-inputs.js';
import { savedKind } from '../saved-results.js';
import type { ShownInputs, ShownResult } from '../shown-inputs.js';
import { exitCodeOfResult } from '../shown-result.js';
import { isFileOrPath } from '../text-or-file.js';
import { settle } from './check.js';
import type { Explained } from './explain.js';

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
    given.inputs,
    commands.map(({ path }) => path),
  );
  if (typed.isErr()) return couldNotRun(typed.error);
  const { paths, texts, ids } = typed.value;
  const files = await readInputs(paths);
  if (files.isErr()) return couldNotRun(files.error);
  const inputs = [...files.value, ...texts.map((text): Input => recognize(text))];
  const settled = await settle({ config: given.config });
  if (settled.isErr()) return couldNotRun(settled.error);
  const { dataverse: dataverseUrl, finops: finopsUrl } = given;
  const { options: evaluate } = settled.value;
  const found = await resultsOf(inputs, { now: new Date(), dataverseUrl, finopsUrl, evaluate });
  const shown = await Promise.all(found.results.map(withDocument));
  const results = [
    ...ids.map((explained): ShownResult => ({ kind: 'explained', explained })),
    ...shown.flatMap((one) => one.unwrapOr([])),
  ];
  const unused = [...found.unused, ...shown.flatMap((one) => (one.isErr() ? [one.error] : []))];
  const [first, ...more] = results;
  if (first === undefined) return couldNotRun(nothingToShow(inputs, unused));
  const result: ShownInputs = {
    inputs: inputs.map(({ name, kind, lacks }) => ({ name, kind, lacks })),
    results: [first, ...more],
    unused,
  };
  const codes = [...result.results.map(exitCodeOfResult), ...(unused.length > 0 ? [2 as const] : [])];
  return { type: 'done', result, exitCode: codes.includes(1) ? 1 : codes.includes(2) ? 2 : 0 };
}

/** Arguments by what they are meant for. */
interface Typed {
  readonly paths: readonly string[];
  readonly texts: readonly string[];
  readonly ids: readonly Explained[];
}

function sortOut(given: readonly string[], commands: readonly string[]): Result<Typed, Complaint> {
  const paths: string[] = [];
  const words: string[] = [];
  const ids: Explained[] = [];
  for (const argument of given.length === 0 ? ['-'] : given) {
    const id = isFileOrPath(argument) ? undefined : explainedId(argument);
    if (id !== undefined) ids.push(id);
    else if (isFileOrPath(argument)) paths.push(argument);
    else words.push(argument);
  }
  const areSentences = words.every((word) => /\s/.test(word.trim()));
  const [only = '', ...more] = words;
  if (!areSentences && more.length === 0) return err(mistyped(only, commands));
  // Without quotation marks each word of a text is an argument.
  return ok({ paths, texts: areSentences ? words : [words.join(' ')], ids });
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

/** A saved result is shown by its document; one that lacks what the document needs was changed by hand. */
function withDocument(result: InputResult): ResultAsync<readonly ShownResult[], UnusedInput> {
  if (result.kind !== 'saved') return ResultAsync.fromSafePromise(Promise.resolve([result]));
  const { of, value } = result;
  const kind = savedKind(of);
  const unused = (because: string): UnusedInput => ({ name: undefined, kind: 'result', because });
  if (kind === undefined)
    return new ResultAsync(Promise.resolve(err(unused(`it is the result ${of}, which has no page of its own`))));
  return ResultAsync.fromPromise(kind.document(value), () =>
    unused(`it says that it is the result ${of}, and lacks parts of one: write it again`),
  ).map((document) => [{ kind: 'saved', of, value, document }]);
}

function nothingToShow(inputs: readonly Input[], unused: readonly UnusedInput[]): string {
  const [first] = unused;
  if (first !== undefined) return `${first.name ?? 'the text'}: ${first.because}`;
  const [input] = inputs;
  if (input === undefined) return 'expected a file, a folder or a text';
  return [`${input.name ?? 'the text'}: has nothing to show`, ...input.lacks].join('; ');
}
