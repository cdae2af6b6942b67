import type { CommandDefinition, Option } from './define-command.js';

/** The options of a command with those that are added to it, in the order of its help. */
export function optionsOf({
  options,
  formats,
  output,
}: Pick<CommandDefinition, 'options' | 'formats' | 'output'>): readonly (readonly [name: string, Option])[] {
  const description = output?.description ?? 'write there instead of to standard output';
  const isChoice = formats.length > 1;
  return [
    ...Object.entries(options),
    ...(isChoice ? [['format', formatOption(formats)] as const] : []),
    ['output', { type: 'file', description }],
    ...(isChoice ? [['color', { type: 'negated', sets: 'none', description: 'plain text' }] as const] : []),
  ];
}

function formatOption(choices: readonly string[]): Option {
  return { type: 'choice', value: 'format', choices, default: 'pretty', description: 'how to print' };
}

/** `--fail-on` for `failOn`, and `--no-gate` for a `gate` that is negated. */
export function flagOf(name: string, { type }: Pick<Option, 'type'>): string {
  const words = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return type === 'negated' ? `--no-${words}` : `--${words}`;
}
