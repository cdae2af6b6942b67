import type { Rule } from '../../src/rules/rule.js';

/** `src/rules/catalogue-outline.ts`: what options are checked against, without the rules themselves. */
export function catalogueOutlineSource(catalogue: readonly Rule[]): string {
  const lines = catalogue.map(({ code, validation, options }) => {
    const names = Object.keys(options).map((name) => `'${name}'`);
    return `  { code: '${code}', validation: '${validation}', options: [${names.join(', ')}] },\n`;
  });
  return `// Written by \`npm run generate\`.
import type { RuleOutline } from './rule.js';

/**
 * The rules of the catalogue in its order, without what they do: code that evaluates a few of them does not have to load all of
 * them.
 */
export const catalogueOutline: readonly RuleOutline[] = [
${lines.join('')}];
`;
}
