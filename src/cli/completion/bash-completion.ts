import type { CompletedCommand, CompletedWord, CompletedWords } from './completed-words.js';
import { quoted } from './quoted.js';

/** The script for bash. Where it has nothing to offer, bash completes files. */
export function bashCompletion({ groups: [top, ...groups], commands }: CompletedWords): string {
  return `# Completion of dual-write-health in bash: eval "$(dual-write-health completion bash)"
_dual_write_health() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  local command="\${COMP_WORDS[1]}" last=1 offered='' files=''
  # bash takes --format=json apart
  if [[ $current == '=' ]]; then
    current=''
  elif [[ $before == '=' ]]; then
    before="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  case "$command" in
    ${groups.map(({ path }) => path).join('|')})
      command="$command \${COMP_WORDS[2]}"
      last=2
      ;;
  esac
  if ((COMP_CWORD > 2)); then
    case "$command \${COMP_WORDS[2]}" in
      ${subcommandsOf(commands).join('|')}) command="$command \${COMP_WORDS[2]}" ;;
    esac
  fi
  if ((COMP_CWORD == 1)); then
    offered=${quoted(wordsOf(top.commands))}
    [[ $current == -* ]] && offered='--help --version'
  elif ((COMP_CWORD == 2 && last == 2)); then
    case "\${COMP_WORDS[1]}" in
${groups.map(({ path, commands }) => `      ${path}) offered=${quoted(wordsOf(commands))} ;;`).join('\n')}
    esac
  else
    case "$command $before" in
${commands.flatMap(choicesOf).join('\n')}
      *)
        if [[ $current == -* ]]; then
          case "$command" in
${commands.map(({ path, options }) => `            ${quoted(path)}) offered=${quoted(wordsOf(options))} ;;`).join('\n')}
          esac
        else
          if ((COMP_CWORD == 2)); then
            case "$command" in
${commands
  .filter(({ subcommands }) => subcommands.length > 0)
  .map(({ path, subcommands }) => `              ${quoted(path)}) offered=${quoted(wordsOf(subcommands))} files=yes ;;`)
  .join('\n')}
            esac
          fi
          case "$command" in
${commands
  .filter(({ choices }) => choices.length > 0)
  .map(({ path, choices }) => `            ${quoted(path)}) offered=${quoted(choices.join(' '))} ;;`)
  .join('\n')}
          esac
        fi
        ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$offered" -- "$current"))
  if [[ $files == 'yes' ]]; then
    local IFS=$'\\n'
    COMPREPLY+=($(compgen -f -- "$current"))
  fi
}
complete -o default -F _dual_write_health dual-write-health
`;
}

function choicesOf({ path, options }: CompletedCommand): readonly string[] {
  return options
    .filter(({ choices }) => choices.length > 0)
    .map(({ word, choices }) => `      ${quoted(`${path} ${word}`)}) offered=${quoted(choices.join(' '))} ;;`);
}

/** `'activity plan'` */
function subcommandsOf(commands: readonly CompletedCommand[]): readonly string[] {
  return commands.flatMap(({ path, subcommands }) => subcommands.map(({ word }) => quoted(`${path} ${word}`)));
}

function wordsOf(words: readonly CompletedWord[]): string {
  return words.map(({ word }) => word).join(' ');
}
