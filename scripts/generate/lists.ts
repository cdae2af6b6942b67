import { topics } from '../../src/diagnosis/all-topics.js';
import { catalogue } from '../../src/rules/catalogue.js';
import { explainedTopicsSource } from './all-topics.js';
import { catalogueOutlineSource } from './catalogue-outline.js';
import { ruleTextsSource } from './rule-texts.js';

/** What the engine knows about rules and topics without loading them, by path. Imported when all of them are exported. */
export async function lists(root: string): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['src/rules/catalogue-outline.ts', catalogueOutlineSource(catalogue)],
    ['src/rules/explained-topics.ts', explainedTopicsSource(topics)],
    ['src/rules/rule-texts.ts', await ruleTextsSource(root, catalogue)],
  ]);
}
