import * as z from 'zod/mini';
import { factSchemas } from '../../src/facts/schemas.js';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** `src/facts/facts.ts`: the types of facts without those of zod, which is not in the package. */
export function typesOfFacts(): string {
  const facts = Object.entries(factSchemas()).map(([name, schema]) => {
    const type = typeOf(z.toJSONSchema(schema, { io: 'input' }), '  ');
    return `  readonly ${name}: ${type};`;
  });
  return `// Written by \`npm run generate\` from the schemas of facts.
// biome-ignore-all format: generated

/**
 * The value that each fact has when it is known. Facts name \`finopsEntity\` and \`dataverseTable\`, never Microsoft's
 * internal and external pair, whose meaning is swapped between the two sides.
 *
 * A property that may be \`null\` or absent is *not known* then, unless the contract's table says otherwise.
 * @public
 */
export type Facts = {
${facts.join('\n')}
};

/**
 * The name of a fact.
 * @public
 */
export type FactName = keyof Facts;
`;
}

/** The read-only type of what conforms to a JSON Schema. It supports only what schemas of facts use: anything else is an error. */
function typeOf(schema: JsonSchema, indent: string): string {
  const { type, anyOf, enum: choices, items, properties, required } = schema;
  if (choices !== undefined) return choices.map((choice) => `'${choice}'`).join(' | ');
  // Safe, here and below: where a schema holds others, ours hold no `true` and no `false`.
  if (anyOf !== undefined) return anyOf.map((one) => typeOf(one as JsonSchema, indent)).join(' | ');
  if (Array.isArray(type)) return type.map((one) => typeOf({ ...schema, type: one }, indent)).join(' | ');
  switch (type) {
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
      return type;
    case 'integer':
      return 'number';
    case 'array':
      return `ReadonlyArray<${typeOf(items as JsonSchema, indent)}>`;
    case 'object': {
      const lines = Object.entries(properties ?? {}).map(([name, property]) => {
        const of = typeOf(property as JsonSchema, `${indent}  `);
        return `${indent}  readonly ${name}${required?.includes(name) ? `: ${of}` : `?: ${of} | undefined`};\n`;
      });
      return `{\n${lines.join('')}${indent}}`;
    }
    default:
      throw new Error(`the types of facts cannot express the schema of type ${type}`);
  }
}
