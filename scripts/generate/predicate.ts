import type { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The source of an expression that tells whether `input` conforms to a JSON Schema. Only for what our schemas use:
 * anything else is an error, so that no condition goes lost.
 */
export function predicateOf(schema: JsonSchema, value = 'input', depth = 0): string {
  const { type, const: constant, enum: choices, anyOf, oneOf = anyOf, items, properties, required, ...rest } = schema;
  const { pattern, format, minimum, maximum, additionalProperties, $schema, ...unsupported } = rest;
  const [keyword] = Object.keys(unsupported);
  if (keyword !== undefined) throw new Error(`the predicate of snapshots cannot express ${keyword}`);

  if (oneOf !== undefined) return either(oneOf.map((one) => predicateOf(one as JsonSchema, value, depth)));
  if (constant !== undefined) return `${value} === ${JSON.stringify(constant)}`;
  if (choices !== undefined) return either(choices.map((choice) => `${value} === ${JSON.stringify(choice)}`));
  if (Array.isArray(type)) return either(type.map((one) => predicateOf({ ...schema, type: one }, value, depth)));
  switch (type) {
    case 'null':
      return `${value} === null`;
    case 'boolean':
    case 'number':
      return `typeof ${value} === '${type}'`;
    case 'string':
      if (pattern === undefined) return `typeof ${value} === 'string'`;
      return `typeof ${value} === 'string' && /${pattern.replaceAll('/', '\\/')}/.test(${value})`;
    case 'integer':
      return `Number.isInteger(${value}) && ${value} >= ${minimum} && ${value} <= ${maximum}`;
    case 'array': {
      const item = `e${depth}`;
      const fails = `!(${predicateOf(items as JsonSchema, item, depth + 1)})`;
      return `Array.isArray(${value}) && !${value}.some((${item}: any) => ${fails})`;
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

function either(tests: readonly string[]): string {
  return `(${tests.join(' || ')})`;
}
