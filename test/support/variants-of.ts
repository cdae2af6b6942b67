import type * as z from 'zod/mini';

/**
 * A value with everything that the schema allows, and then that value with another one in one place each: each other choice, what is of
 * another kind, nothing. So a check that does what the schema does can be compared with it everywhere, also at its bounds.
 */
export function variantsOf(schema: z.core.$ZodType): readonly [whole: unknown, ...others: unknown[]] {
  // Safe: everything that is not on the list of zod's own schemas reaches the last case.
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return ['format' in def ? '2026-11-20T10:00:00.5+01:00' : 'text', ...otherValues];
    case 'number':
      return [7, ...otherValues];
    case 'boolean':
      return [true, ...otherValues];
    case 'literal':
      return [def.values[0], ...def.values.slice(1), ...otherValues];
    case 'enum': {
      const [first, ...more] = Object.values(def.entries);
      return [first, ...more, ...otherValues];
    }
    case 'nullable':
    case 'optional':
      return variantsOf(def.innerType); // nothing is among them
    case 'union': {
      const [[whole, ...others] = [undefined], ...more] = def.options.map(variantsOf);
      return [whole, ...others, ...more.flat()];
    }
    case 'array': {
      const [whole, ...others] = variantsOf(def.element);
      return [
        [whole, whole],
        ...others.map((other) => [whole, other]),
        new Array(1),
        { 0: whole, length: 1 },
        ...otherValues,
      ];
    }
    case 'object':
      return variantsOfObject(def.shape);
    default:
      throw new Error(`no values are known of the kind ${def.type}`);
  }
}

function variantsOfObject(shape: Readonly<Record<string, z.core.$ZodType>>): readonly [unknown, ...unknown[]] {
  const variants = Object.entries(shape).map(([name, schema]) => [name, variantsOf(schema)] as const);
  const whole = Object.fromEntries(variants.map(([name, [first]]) => [name, first]));
  return [
    whole,
    ...variants.flatMap(([name, [, ...others]]) => others.map((other) => ({ ...whole, [name]: other }))),
    ...variants.map(([name]) => Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name))),
    { ...whole, more: 1 },
    ...otherShapesOf(whole),
    ...otherValues,
  ];
}

/** Values of every kind, and at the bounds of numbers. */
export const otherValues: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  -1,
  0,
  1.5,
  Number.MAX_SAFE_INTEGER,
  2 ** 53,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '',
  'other',
  [],
  {},
];

/** What is not a plain object, but has the same properties. */
export function otherShapesOf(whole: object): readonly unknown[] {
  return [
    Object.create(whole),
    Object.assign([], whole),
    Object.defineProperties(() => 1, Object.getOwnPropertyDescriptors(whole)),
  ];
}
