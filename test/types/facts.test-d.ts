/** The generated types of facts are those of their schemas. Both are exact: a property that only one of them has is an error. */
import type { ReadonlyDeep } from 'type-fest';
import type * as z from 'zod/mini';
import type { factSchemas } from '../../src/facts/schemas.js';
import type { Facts } from '../../src/index.js';

type Schemas = ReturnType<typeof factSchemas>;
type OfSchemas = ReadonlyDeep<{ [Name in keyof Schemas]: z.infer<Schemas[Name]> }>;
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function assertType<_Claim extends true>(): void {}

assertType<Equal<keyof Facts, keyof OfSchemas>>();
assertType<Equal<Facts, OfSchemas>>();
