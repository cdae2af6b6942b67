import type { EntityMap } from './entity-map.js';

/**
 * The map without its columns if redaction replaced something in one of them: what it was is not known, and compared with the
 * original it would differ.
 */
export function withoutRedactedTexts(map: EntityMap): EntityMap {
  if (!isRedacted(map)) return map;
  const absent = { status: 'absent' } as const;
  return { ...map, mapping: undefined, properties: undefined, columns: { mapping: absent, properties: absent } };
}

/** Whether redaction replaced an email address or a token in a column: `[email 1]`. */
export function isRedacted({ columns: { mapping, properties } }: EntityMap): boolean {
  return [mapping, properties].some(
    (column) => column.status !== 'absent' && /\[(?:email|token) \d+\]/.test(column.text),
  );
}
