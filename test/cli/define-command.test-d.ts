/** What must not compile. `tsc` checks these: an expected error that does not come is an error itself. */
import { ok, type Result } from 'neverthrow';
import type { CommandResult } from '../../src/cli/command-result.js';
import { defineCommand, type Given } from '../../src/cli/define-command.js';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function assertType<_Claim extends true>(): void {}

const about = {
  path: 'greet',
  summary: 'greet',
  description: 'Greet.',
  exitCodes: { 0: 'done' },
  guide: 'getting-started.md',
  examples: ['dual-write-health greet'],
} as const;

// What a command gets is inferred from its tables.
const tables = {
  arguments: {
    file: { type: 'file', description: '' },
    other: { type: 'file', isOptional: true, description: '' },
    files: { type: 'files', isOptional: true, description: '' },
    shell: { type: 'choice', choices: ['bash', 'zsh'], description: '' },
  },
  options: {
    lines: { type: 'flag', description: '' },
    gate: { type: 'negated', sets: 'none', description: '' },
    map: { type: 'text', value: 'name', description: '' },
    environment: { type: 'text', value: 'name', default: 'none', description: '' },
    against: { type: 'files', isRequired: true, description: '' },
    action: { type: 'choice', value: 'action', choices: ['retry', 'dismiss'], description: '' },
    entity: { type: 'repeated', value: 'name', description: '' },
    only: { type: 'list', value: 'codes', description: '' },
    now: { type: 'parsed', value: 'time', parse: (): Result<Date, string> => ok(new Date(0)), description: '' },
  },
} as const;
type Read = Given<(typeof tables)['arguments'], (typeof tables)['options']>;
assertType<
  Equal<
    { [Name in keyof Read]: Read[Name] },
    {
      readonly file: string;
      readonly other: string | undefined;
      readonly files: readonly string[];
      readonly shell: 'bash' | 'zsh';
      readonly lines: true | undefined;
      readonly gate: 'none' | undefined;
      readonly map: string | undefined;
      readonly environment: string;
      readonly against: readonly string[];
      readonly action: 'retry' | 'dismiss' | undefined;
      readonly entity: readonly string[] | undefined;
      readonly only: readonly string[] | undefined;
      readonly now: Date | undefined;
    }
  >
>();

declare const takesRetry: { run(given: { readonly action: 'retry' | 'dismiss' }): CommandResult<{ count: number }> };

// What runs takes what the tables give, and the renderers take what it comes to.
defineCommand({
  ...about,
  options: {
    action: { type: 'choice', value: 'action', choices: ['retry', 'dismiss'], isRequired: true, description: '' },
  },
  load: async () => takesRetry,
  renderers: { pretty: ({ count }) => count.toFixed(0) },
});

defineCommand({
  ...about,
  options: { action: { type: 'choice', value: 'action', choices: ['retry', 'dismiss'], description: '' } },
  // @ts-expect-error: without isRequired the action may be missing
  load: async () => takesRetry,
  renderers: { pretty: () => '' },
});

defineCommand({
  ...about,
  options: {
    action: { type: 'choice', value: 'action', choices: ['retry', 'delete'], isRequired: true, description: '' },
  },
  // @ts-expect-error: nothing deletes
  load: async () => takesRetry,
  renderers: { pretty: () => '' },
});

defineCommand({
  ...about,
  // @ts-expect-error: there is not an option that says the action
  load: async () => takesRetry,
  renderers: { pretty: () => '' },
});

defineCommand({
  ...about,
  options: { action: { type: 'choice', value: 'action', choices: ['retry'], isRequired: true, description: '' } },
  load: async () => takesRetry,
  // @ts-expect-error: the result has a count, not a total
  renderers: { pretty: ({ total }) => total },
});
