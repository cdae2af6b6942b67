import type { CompletedCommand, CompletedWord, CompletedWords } from './completed-words.js';
import { quoted } from './quoted.js';

/** The script for zsh: as a file `_dual-write-health` in a folder of `fpath`, or sourced after `compinit`. */
export function zshCompletion({ groups: [top, ...groups], commands }: CompletedWords): string {
  return `#compdef dual-write-health
# Completion of dual-write-health in zsh: eval "$(dual-write-health completion zsh)" after compinit
_dual-write-health() {
  local command="\${words[2]}" before="\${words[CURRENT-1]}"
  local -i last=2
  local -a offered
  case "$command" in
    ${groups.map(({ path }) => path).join('|')})
      command="$command \${words[3]}"
      last=3
      ;;
  esac
  if ((CURRENT > 3)); then
    case "$command \${words[3]}" in
      ${subcommandsOf(commands).join('|')}) command="$command \${words[3]}" ;;
    esac
  fi
  if ((CURRENT == 2)); then
    offered=(
${described(top.commands)}
    )
    [[ $PREFIX == -* ]] && offered=('--help:display help for command' '--version:output the version number')
    _describe 'command' offered
    return
  fi
  if ((CURRENT == 3 && last == 3)); then
    case "\${words[2]}" in
${groups.map(({ path, commands }) => `      ${path}) offered=(\n${described(commands)}\n      ) ;;`).join('\n')}
    esac
    _describe 'command' offered
    return
  fi
  # --format=json is one word
  if [[ $PREFIX == --*=* ]]; then
    before="\${PREFIX%%=*}"
    compset -P '*='
  fi
  case "$command $before" in
${commands.flatMap(choicesOf).join('\n')}
  esac
  if ((\${#offered})); then
    _describe 'value' offered
    return
  fi
  if [[ $PREFIX == -* ]]; then
    case "$command" in
${commands.map(({ path, options }) => `      ${quoted(path)}) offered=(\n${described(options)}\n      ) ;;`).join('\n')}
    esac
    _describe -o 'option' offered
    return
  fi
  if ((CURRENT == 3)); then
    case "$command" in
${commands
  .filter(({ subcommands }) => subcommands.length > 0)
  .map(
    ({ path, subcommands }) =>
      `      ${quoted(path)}) offered=(\n${described(subcommands)}\n      ) && _describe 'command' offered ;;`,
  )
  .join('\n')}
    esac
  fi
  case "$command" in
${commands
  .filter(({ choices }) => choices.length > 0)
  .map(
    ({ path, choices }) =>
      `    ${quoted(path)}) offered=(${choices.join(' ')}) && _describe 'value' offered && return ;;`,
  )
  .join('\n')}
  esac
  _files
}
if [[ \${funcstack[1]} == _dual-write-health ]]; then
  _dual-write-health "$@"
else
  compdef _dual-write-health dual-write-health
fi
`;
}

function choicesOf({ path, options }: CompletedCommand): readonly string[] {
  return options
    .filter(({ choices }) => choices.length > 0)
    .map(({ word, choices }) => `    ${quoted(`${path} ${word}`)}) offered=(${choices.join(' ')}) ;;`);
}

/** `'activity plan'` */
function subcommandsOf(commands: readonly CompletedCommand[]): readonly string[] {
  return commands.flatMap(({ path, subcommands }) => subcommands.map(({ word }) => quoted(`${path} ${word}`)));
}

function described(words: readonly CompletedWord[]): string {
  return words.map(({ word, description }) => `        ${quoted(`${word}:${description}`)}`).join('\n');
}
