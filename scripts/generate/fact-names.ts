import { factTable } from '../../src/facts/fact-table.js';

/** `src/facts/fact-names.ts`: lists of names from the table of facts, for code that needs only the names. */
export function listsOfFactNames(): string {
  const lines = Object.entries(factTable);
  const list = (of: typeof lines) => `[${of.map(([name]) => `'${name}'`).join(', ')}]`;
  return `// Written by \`npm run generate\` from the table of facts, which would be in every bundle if these were computed.
// biome-ignore-all format: generated

/** The facts of the health check, in catalogue order: every report shows how well they were known. */
export const healthFactNames = ${list(lines.filter(([, { group }]) => group === 'health'))} as const;

/** The facts of the other validators, in catalogue order: a report names those that were needed. */
export const furtherFactNames = ${list(lines.filter(([, { group }]) => group === 'further'))} as const;

/** Every fact name, in catalogue order. @public */
export const factNames = ${list(lines)} as const;

/** What each fact is called where people read it. */
export const factLabels = {
${lines.map(([name, { label }]) => `  ${name}: '${label}',`).join('\n')}
} as const;

/** The facts whose value is one object: coverage does not apply to them. */
export const objectFacts: ReadonlySet<string> = /* @__PURE__ */ new Set(${list(lines.filter(([, { key }]) => key === null))});

/**
 * The name of a fact that the health check uses.
 * @public
 */
export type HealthFactName = (typeof healthFactNames)[number];

/**
 * The name of a fact that only other validators use.
 * @public
 */
export type FurtherFactName = (typeof furtherFactNames)[number];
`;
}
