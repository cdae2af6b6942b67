import { asJson } from '../as-json.js';
import { defineCommand } from '../define-command.js';

export const init = defineCommand({
  path: 'init',
  summary: 'write a template of the facts that only a person knows',
  description: 'Write a template of the facts that only a person knows.',
  exitCodes: { 0: 'written' },
  guide: 'getting-started.md',
  options: {
    validator: {
      type: 'choice',
      value: 'name',
      choices: ['health-check', 'operations'],
      default: 'health-check',
      description: 'what is to be checked',
    },
  },
  output: {
    description: 'a new file, for example facts.json, instead of standard output',
    mustBeNew: 'may hold your facts',
  },
  load: () => import('../run/init.js'),
  renderers: { json: asJson },
  examples: [
    'dual-write-health init -o facts.json',
    'dual-write-health init --validator operations -o operations.json',
  ],
});
