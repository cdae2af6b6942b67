import type { Result } from 'neverthrow';
import * as z from 'zod/mini';
import type { Unknown } from '../../facts/fact.js';
import { isBlank, nameKey } from '../../facts/keys.js';
import { once } from '../../facts/once.js';
import { allRows, readRows, wholeRows } from '../odata/rows.js';
import type { Service } from '../odata/service.js';

/** The two names of a table: maps use the set name, runtime configurations and lookups the logical name. */
export interface TableNames {
  readonly logicalName: string;
  /** Not every table has a set. */
  readonly setName: string | undefined;
}

const definitionRow = /* @__PURE__ */ once(() =>
  z.object({ LogicalName: z.string(), EntitySetName: z.nullish(z.string()) }),
);

/** The names of all tables, in one request. */
export async function readTableNames(
  service: Service,
  signal: AbortSignal,
): Promise<Result<readonly TableNames[], Unknown>> {
  const kind = wholeRows(definitionRow(), ({ LogicalName }) => nameKey(LogicalName));
  const query = { select: Object.keys(definitionRow().shape) };
  const read = allRows(await readRows(service, 'EntityDefinitions', query, kind, signal), 'EntityDefinitions');
  return read.map((definitions) =>
    definitions.map(({ LogicalName, EntitySetName }) => ({
      logicalName: LogicalName,
      setName: isBlank(EntitySetName) ? undefined : EntitySetName,
    })),
  );
}
