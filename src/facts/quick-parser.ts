import type * as z from 'zod/mini';
import { inOurWords } from './parse-with.js';

/**
 * A parser that accepts what the schema accepts, and passes values through that need no change; the schema handles everything
 * else and words the issues. It exists only for speed: zod takes longer than reading thousands of rows.
 *
 * @param extras - whether properties that the schema does not know are `dropped`, or may be `kept` because nothing uses them
 */
export function quickParser<T>(
  schema: z.ZodMiniType<T>,
  extras: 'dropped' | 'kept',
): (input: unknown) => z.core.util.SafeParseResult<T> {
  const isFit = testOf(schema, extras === 'dropped');
  // Safe: the schema accepts it and returns it unchanged; a test keeps the two in step.
  return (input) => (isFit(input) ? { success: true, data: input as T } : schema.safeParse(input, inOurWords));
}

type Test = (value: unknown) => boolean;

/** Whether a value certainly fits. Everything but the plain kinds of schemas of bulk rows is left to the schema. */
function testOf(schema: z.core.$ZodType, isExact: boolean): Test {
  // Safe: everything that is not on the list of zod's own schemas reaches the last case.
  const { def, values } = (schema as z.core.$ZodTypes)._zod;
  if ((def.checks?.length ?? 0) > 0) return never;
  switch (def.type) {
    case 'string':
      return 'format' in def ? never : (value) => typeof value === 'string';
    case 'number':
      return 'format' in def ? never : Number.isFinite;
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'literal':
    case 'enum':
      return isOneOf(values);
    case 'nullable':
      return unless(null, testOf(def.innerType, isExact));
    case 'optional':
      return unless(undefined, testOf(def.innerType, isExact));
    case 'union': {
      const tests = def.options.map((option) => testOf(option, isExact));
      return 'discriminator' in def || isOfPlainKinds(def.options, tests) ? isAny(tests) : never;
    }
    case 'array':
      return isArrayOf(testOf(def.element, isExact));
    case 'object':
      return def.catchall === undefined ? isObjectOf(def.shape, isExact) : never;
    default:
      return never;
  }
}

const never: Test = () => false;

function unless(nothing: null | undefined, isFit: Test): Test {
  return (value) => value === nothing || isFit(value);
}

function isOneOf(choices: ReadonlySet<unknown> | undefined): Test {
  return (value) => choices?.has(value) === true;
}

/** Whether at most one option can match: the first match decides what is dropped or changed. */
function isOfPlainKinds(options: readonly z.core.$ZodType[], tests: readonly Test[]): boolean {
  const isPlain = ({ _zod: { def } }: z.core.$ZodType) => ['string', 'number', 'boolean'].includes(def.type);
  return options.every(isPlain) && !tests.includes(never);
}

function isAny(tests: readonly Test[]): Test {
  return (value) => tests.some((isFit) => isFit(value));
}

function isArrayOf(isFit: Test): Test {
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (let index = 0; index < value.length; index += 1) if (!isFit(value[index])) return false; // holes, too
    return true;
  };
}

function isObjectOf(shape: Readonly<Record<string, z.core.$ZodType>>, isExact: boolean): Test {
  const properties = Object.entries(shape).map(([name, schema]) => ({ name, isFit: testOf(schema, isExact) }));
  return (value) => {
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return false;
    let own = 0;
    for (const { name, isFit } of properties) {
      // Safe: it is an object, and a property that it does not have is undefined.
      const property = (value as Readonly<Record<string, unknown>>)[name];
      if (!isFit(property)) return false;
      if (isExact && (property !== undefined || Object.hasOwn(value, name))) own += 1;
    }
    return !isExact || own === Object.keys(value).length;
  };
}
