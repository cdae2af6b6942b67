import type * as z from 'zod/mini';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The source of an expression that checks whether `input` conforms to a JSON Schema. It supports only what our schemas
 * use: anything else is an error, so that no condition is lost.
 */
export function predicateOf(schema: JsonSchema, value = 'input', depth = 0): string {
  const { type, const: constant, enum: choices, anyOf, oneOf = anyOf, items, properties, required, ...rest } = schema;
  const { pattern, format, minimum, maximum, additionalProperties, $schema, ...unsupported } = rest;
  const [keyword] = Object.keys(unsupported);
  if (keyword !== undefined) throw new Error(`the predicate of snapshots cannot express ${keyword}`);
  // A list of types is split further down, with these for each of them.
  const isBounded = minimum !== undefined || maximum !== undefined;
  if ((isBounded && type !== 'integer') || ((pattern ?? format) !== undefined && type !== 'string'))
    throw new Error(`the predicate of snapshots cannot express bounds or patterns of the type ${type}`);

  if (oneOf !== undefined) return either(oneOf.map((one) => predicateOf(one as JsonSchema, value, depth)));
  if (constant !== undefined) return `${value} === ${JSON.stringify(constant)}`;
  if (choices !== undefined) return either(choices.map((choice) => `${value} === ${JSON.stringify(choice)}`));
  if (Array.isArray(type)) return either(type.map((one) => predicateOf({ ...schema, type: one }, value, depth)));
  switch (type) {
    case 'null':
      return `${value} === null`;
    case 'boolean':
      return `typeof ${value} === 'boolean'`;
    case 'number': // JSON Schema knows no others; JSON.parse gives Infinity for 1e999
      return `Number.isFinite(${value})`;
    case 'string':
      if (pattern === undefined) return `typeof ${value} === 'string'`;
      return `typeof ${value} === 'string' && /${pattern.replaceAll('/', '\\/')}/.test(${value})`;
    case 'integer':
      return `Number.isInteger(${value}) && ${value} >= ${minimum} && ${value} <= ${maximum}`;
    case 'array': {
      const item = `e${depth}`;
      const test = predicateOf(items as JsonSchema, item, depth + 1);
      return `isListOf(${value}, (${item}: any) => ${test})`;
    }
    case 'object': {
      const tests = Object.entries(properties ?? {}).map(([name, property]) => {
        const test = predicateOf(property as JsonSchema, `${value}.${name}`, depth);
        return required?.includes(name) ? `(${test})` : `(${value}.${name} === undefined || ${test})`;
      });
      return [`typeof ${value} === 'object' && ${value} !== null && !Array.isArray(${value})`, ...tests].join(' && ');
    }
    default:
      throw new Error(`the predicate of snapshots cannot express the type ${type}`);
  }
}

/** What expressions of {@link predicateOf} call. */
export const predicateHelpers = `/** Loops by index: holes, which \`some\` skips, are undefined to zod. */
function isListOf(value: any, isFit: (item: any) => boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!isFit(value[index])) return false;
  return true;
}
`;

function either(tests: readonly string[]): string {
  return `(${tests.join(' || ')})`;
}
