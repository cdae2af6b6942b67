import * as z from 'zod/mini';
import { inOurWords } from './parse-with.js';

/**
 * A parser that does what the schema does, but passes on what needs no change. What it does not take, the schema handles, and
 * words the issues. It exists only for speed: zod takes longer than reading thousands of rows.
 *
 * @param extras - whether properties that the schema does not know are `dropped`, or may be `kept` because nothing uses them
 */
export function quickParser<T>(
  schema: z.ZodMiniType<T>,
  extras: 'dropped' | 'kept',
): (input: unknown) => z.core.util.SafeParseResult<T> {
  const take = takerOf(schema, extras);
  return (input) => {
    const taken = take(input);
    // Safe: it is what the schema makes of the input; a test keeps the two in step.
    return taken === notTaken ? schema.safeParse(input, inOurWords) : { success: true, data: taken as T };
  };
}

/** What the schema makes of a value: the value itself if nothing changes. Or {@link notTaken}. */
type Take = (value: unknown) => unknown;

/** The schema must decide. */
const notTaken = Symbol();

/** Everything but the plain kinds of schemas of bulk rows is left to the schema. */
function takerOf(schema: z.core.$ZodType, extras: 'dropped' | 'kept'): Take {
  // Safe: everything that is not on the list of zod's own schemas reaches the last case.
  const { def, values } = (schema as z.core.$ZodTypes)._zod;
  if (!isBare(schema)) return def.type === 'string' || def.type === 'number' ? unchangedBy(schema) : never;
  switch (def.type) {
    case 'string':
      return only((value) => typeof value === 'string');
    case 'number':
      return only(Number.isFinite);
    case 'boolean':
      return only((value) => typeof value === 'boolean');
    case 'literal':
    case 'enum':
      return only(isIn(values));
    case 'nullable':
      return unless(null, takerOf(def.innerType, extras));
    case 'optional':
      return unless(undefined, takerOf(def.innerType, extras));
    case 'union':
      return 'discriminator' in def || areOfPlainKinds(def.options)
        ? firstOf(def.options.map((option) => takerOf(option, extras)))
        : never;
    case 'array':
      return eachOf(takerOf(def.element, extras));
    case 'object':
      return def.catchall === undefined ? properties(def.shape, extras) : never;
    default:
      return never;
  }
}

const never: Take = () => notTaken;

function only(isFit: (value: unknown) => boolean): Take {
  return (value) => (isFit(value) ? value : notTaken);
}

function isIn(choices: ReadonlySet<unknown> = new Set()): (value: unknown) => boolean {
  return (value) => choices.has(value);
}

function isBare({ _zod: { def } }: z.core.$ZodType): boolean {
  return !('format' in def) && (def.checks?.length ?? 0) === 0;
}

/** For texts and numbers with a format or with checks, which may change them. */
function unchangedBy(schema: z.core.$ZodType): Take {
  return only((value) => {
    const { success, data } = z.safeParse(schema, value);
    return success && data === value;
  });
}

function unless(nothing: null | undefined, take: Take): Take {
  return (value) => (value === nothing ? value : take(value));
}

/** Whether at most one option can match: the first match decides what is dropped or changed. */
function areOfPlainKinds(options: readonly z.core.$ZodType[]): boolean {
  return options.every((one) => isBare(one) && ['string', 'number', 'boolean'].includes(one._zod.def.type));
}

function firstOf(takes: readonly Take[]): Take {
  return (value) => {
    for (const take of takes) {
      const taken = take(value);
      if (taken !== notTaken) return taken;
    }
    return notTaken;
  };
}

function eachOf(take: Take): Take {
  return (value) => {
    if (!Array.isArray(value)) return notTaken;
    let changed: unknown[] | undefined;
    for (let index = 0; index < value.length; index += 1) {
      // holes, too
      const item: unknown = value[index];
      const taken = take(item);
      if (taken === notTaken) return notTaken;
      if (taken !== item) changed ??= value.slice(0, index);
      changed?.push(taken);
    }
    return changed ?? value;
  };
}

function properties(shape: Readonly<Record<string, z.core.$ZodType>>, extras: 'dropped' | 'kept'): Take {
  const known = Object.entries(shape).map(([name, schema]) => ({ name, take: takerOf(schema, extras) }));
  return (value) => {
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
      return notTaken;
    // Safe: it is an object, and a property that it does not have is undefined.
    const object = value as Readonly<Record<string, unknown>>;
    let changed: Map<string, unknown> | undefined;
    let own = 0;
    for (const { name, take } of known) {
      const property = object[name];
      const taken = take(property);
      if (taken === notTaken) return notTaken;
      if (taken !== property) changed = (changed ?? new Map()).set(name, taken);
      if (extras === 'dropped' && (property !== undefined || Object.hasOwn(object, name))) own += 1;
    }
    if (extras === 'kept' || (changed === undefined && own === Object.keys(object).length)) return object;
    const copy: Record<string, unknown> = {};
    for (const { name } of known) if (Object.hasOwn(object, name)) copy[name] = changed?.get(name) ?? object[name];
    return copy;
  };
}
