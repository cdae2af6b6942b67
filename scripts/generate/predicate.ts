import type * as z from 'zod/mini';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The source of a predicate that checks whether its input conforms to a JSON Schema, as functions, of which the last is the
 * whole. Each list and each object has a function of its own, whatever is the same only one: that is less to load, and calls
 * between them are as fast as one expression. It supports only what our schemas use: anything else is an error, so that no
 * condition is lost.
 */
export function predicateFunctions(schema: JsonSchema): readonly string[] {
  const names = new Map<string, string>();
  predicateOf(schema, 'input', (body) => {
    const name = names.get(body) ?? `is${names.size + 1}`;
    names.set(body, name);
    return name;
  });
  return [...names].map(([body, name]) => `function ${name}(value: any): boolean {\n${body}}\n`);
}

/** An expression that checks `value`; `nameOf` names a function with the given body. */
function predicateOf(schema: JsonSchema, value: string, nameOf: (body: string) => string): string {
  const { type, const: constant, enum: choices, anyOf, oneOf = anyOf, items, properties, required, ...rest } = schema;
  const { pattern, format, minimum, maximum, additionalProperties, $schema, ...unsupported } = rest;
  const [keyword] = Object.keys(unsupported);
  if (keyword !== undefined) throw new Error(`the predicate of snapshots cannot express ${keyword}`);
  // A list of types is split further down, with these for each of them.
  const isBounded = minimum !== undefined || maximum !== undefined;
  if ((isBounded && type !== 'integer') || ((pattern ?? format) !== undefined && type !== 'string'))
    throw new Error(`the predicate of snapshots cannot express bounds or patterns of the type ${type}`);

  if (oneOf !== undefined) return either(oneOf.map((one) => predicateOf(one as JsonSchema, value, nameOf)));
  if (constant !== undefined) return `${value} === ${JSON.stringify(constant)}`;
  if (choices !== undefined) return either(choices.map((choice) => `${value} === ${JSON.stringify(choice)}`));
  if (Array.isArray(type)) return either(type.map((one) => predicateOf({ ...schema, type: one }, value, nameOf)));
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
      const test = predicateOf(items as JsonSchema, 'value[index]', nameOf);
      // By index: holes, which `some` skips, are undefined to zod.
      const body = `  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(${test})) return false;
  return true;
`;
      return `${nameOf(body)}(${value})`;
    }
    case 'object': {
      const tests = Object.entries(properties ?? {}).map(([name, property]) => {
        const test = predicateOf(property as JsonSchema, `value.${name}`, nameOf);
        return required?.includes(name) ? `(${test})` : `(value.${name} === undefined || ${test})`;
      });
      const isObject = "typeof value === 'object' && value !== null && !Array.isArray(value)";
      return `${nameOf(`  return ${[isObject, ...tests].join(' && ')};\n`)}(${value})`;
    }
    default:
      throw new Error(`the predicate of snapshots cannot express the type ${type}`);
  }
}

function either(tests: readonly string[]): string {
  return `(${tests.join(' || ')})`;
}
