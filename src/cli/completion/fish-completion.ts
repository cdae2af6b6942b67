import type { CompletedCommand, CompletedGroup, CompletedOption, CompletedWords } from './completed-words.js';

/** The script for fish, which completes files wherever it is not kept from it. */
export function fishCompletion({ groups, commands }: CompletedWords): string {
  return `# Completion of dual-write-health in fish: dual-write-health completion fish | source
function __dual_write_health_after
    set -l typed (commandline -opc)
    set -e typed[1]
    test (count $typed) -ge (count $argv); and test "$typed[1..$(count $argv)]" = "$argv"
end
function __dual_write_health_right_after
    set -l typed (commandline -opc)
    set -e typed[1]
    test "$typed" = "$argv"
end
${[...groups.flatMap(linesOfGroup), ...commands.flatMap(linesOfCommand)].join('\n')}
`;
}

const complete = 'complete -c dual-write-health';

function linesOfGroup({ path, commands }: CompletedGroup): readonly string[] {
  const where = `-n ${quoted(`__dual_write_health_right_after ${path}`.trim())}`;
  return commands.map(({ word, description }) => `${complete} ${where} -f -a ${word} -d ${quoted(description)}`);
}

function linesOfCommand({ path, options, choices, subcommands }: CompletedCommand): readonly string[] {
  const others = subcommands.map(({ word }) => `; and not __dual_write_health_after ${path} ${word}`);
  const where = `-n ${quoted(`__dual_write_health_after ${path}${others.join('')}`)}`;
  const argument = choices.length === 0 ? [] : [`${complete} ${where} -f -a ${quoted(choices.join(' '))}`];
  const right = `-n ${quoted(`__dual_write_health_right_after ${path}`)}`;
  // Beside them files are meant too.
  const words = subcommands.map(({ word, description }) => `${complete} ${right} -a ${word} -d ${quoted(description)}`);
  return [...argument, ...words, ...options.map((option) => `${complete} ${where} ${inFish(option)}`)];
}

function inFish({ word, short, description, value, choices }: CompletedOption): string {
  const takes = {
    none: '',
    file: ' -r -F',
    text: ` -x${choices.length === 0 ? '' : ` -a ${quoted(choices.join(' '))}`}`,
  }[value];
  return `${short === undefined ? '' : `-s ${short} `}-l ${word.slice(2)}${takes} -d ${quoted(description)}`;
}

/** A text in single quotes, as fish reads it. */
function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
