import { defineCommand } from '../define-command.js';

export const completion = defineCommand({
  path: 'completion',
  summary: 'write a script that completes commands and options in a shell',
  description: 'Write a script that completes commands, options and their choices in a shell.',
  exitCodes: { 0: 'written' },
  guide: 'getting-started.md',
  arguments: {
    shell: { type: 'choice', choices: ['bash', 'zsh', 'fish', 'powershell'], description: 'the shell that reads it' },
  },
  load: () => import('../run/completion.js'),
  renderers: { script: (script) => script },
  examples: [
    'dual-write-health completion bash >> ~/.bashrc',
    'dual-write-health completion fish > ~/.config/fish/completions/dual-write-health.fish',
  ],
});
