import { defineCommand } from '../define-command.js';
import { documentFormats } from '../document-formats.js';
import type { AskedRules } from '../run/rules.js';

export const rules = defineCommand({
  path: 'rules',
  summary: 'list the catalogue, or explain one rule',
  description: 'List the catalogue, or explain one rule.',
  exitCodes: { 0: 'shown' },
  guide: 'getting-started.md',
  arguments: { code: { type: 'text', isOptional: true, description: 'a code, such as DWDVEV1007' } },
  load: () => import('../run/rules.js'),
  renderers: documentFormats(
    'rules',
    async () => {
      const [{ catalogueDocument }, { ruleDocument }] = await Promise.all([
        import('../../reporters/documents/catalogue-document.js'),
        import('../../reporters/documents/rule-document.js'),
      ]);
      return ({ rule, rules }: AskedRules) => (rule === undefined ? catalogueDocument(rules) : ruleDocument(rule));
    },
    ({ rules }) => ({ rules }),
  ),
  examples: ['dual-write-health rules', 'dual-write-health rules DWDVEV1007'],
});
