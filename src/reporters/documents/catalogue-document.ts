import { groupsBy } from '../../facts/groups-by.js';
import type { RuleDescription } from '../../rules/describe-rule.js';
import { listSection, paragraph } from '../blocks.js';
import type { DocumentModel } from '../document.js';
import { originInWords } from '../in-words.js';
import { code } from '../inlines.js';
import { counted } from '../words.js';

/**
 * Every rule in one line, validation by validation: its code and title, how bad a finding is, where the rule comes from and its name.
 *
 * @param rules - rules, or what {@link describeRule} says about them
 *
 * @example
 * ```ts
 * process.stdout.write(toPretty(catalogueDocument(catalogue)));
 * ```
 * @public
 */
export function catalogueDocument(rules: readonly RuleDescription[]): DocumentModel {
  return {
    title: 'Rules – dual-write health',
    header: 'Rules of the dual-write health check',
    noun: 'rules',
    heading: counted(rules.length, 'rule'),
    summary: [paragraph(['For one rule: ', code('dual-write-health rules CODE')], 'intro')],
    blocks: [...groupsBy(rules, ({ validation }) => validation)].flatMap(([validation, own]) => {
      const items = own.map(({ code: text, severity, title, origin, slug }) => ({
        text: [code(text), ` ${title}`],
        about: [severity, originInWords[origin], code(slug)],
      }));
      return listSection(validation, items, 'rule', { most: own.length, look: 'checks' });
    }),
  };
}
