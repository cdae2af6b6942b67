import type { CommandDefinition, Option } from './define-command.js';

/** The options of a command with those that are added to it, in the order of its help. */
export function optionsOf({
  options,
  formats,
  output,
}: Pick<CommandDefinition, 'options' | 'formats' | 'output'>): readonly (readonly [name: string, Option])[] {
  const description = output?.description ?? 'write there instead of to standard output';
  return [
    ...Object.entries(options),
    ...(isNamed(formats) ? [['format', formatOption(formats)] as const] : []),
    ['output', { type: 'file', description, ...(output?.isRequired === true ? { isRequired: true } : {}) }],
    ...(formats.length > 1 ? [['color', { type: 'negated', sets: 'none', description: 'plain text' }] as const] : []),
  ];
}

function formatOption(choices: readonly string[]): Option {
  const [first = 'pretty'] = choices;
  return { type: 'choice', value: 'format', choices, default: first, description: 'how to print' };
}

/** Whether there is one format only, which may be named, and no color to decline. */
export function hasOneFormat({ formats }: Pick<CommandDefinition, 'formats'>): boolean {
  return formats.length === 1 && isNamed(formats);
}

/** A script for a shell is not a format. */
function isNamed([first = 'script']: readonly string[]): boolean {
  return first !== 'script';
}

/** `--fail-on` for `failOn`, and `--no-gate` for a `gate` that is negated. */
export function flagOf(name: string, { type }: Pick<Option, 'type'>): string {
  const words = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return type === 'negated' ? `--no-${words}` : `--${words}`;
}
