import { asJson } from '../as-json.js';
import { defineCommand } from '../define-command.js';

export const rules = defineCommand({
  path: 'rules',
  summary: 'list the catalogue, or explain one rule',
  description: 'List the catalogue, or explain one rule.',
  exitCodes: { 0: 'shown' },
  guide: 'getting-started.md',
  arguments: { code: { type: 'text', isOptional: true, description: 'a code, such as DWDVEV1007' } },
  load: () => import('../run/rules.js'),
  renderers: {
    pretty: async ({ rule }, view) => (await import('../pretty-rules.js')).prettyRules(rule, view),
    json: ({ rules }) => asJson({ rules }),
  },
  examples: ['dual-write-health rules', 'dual-write-health rules DWDVEV1007'],
});
