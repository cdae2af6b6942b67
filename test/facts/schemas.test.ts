import { expect, test } from 'vitest';
import { isSnapshot } from '../../src/facts/is-snapshot.js';
import { factEnvelopes } from '../../src/facts/schemas.js';
import { factNames } from '../../src/index.js';
import { variantsOf } from '../support/variants-of.js';

// One test, since schemas are built once: only then does a change to any of them count as reached.
test('schemas accept what the check accepts that is generated from them', () => {
  for (const name of factNames) {
    const schema = factEnvelopes()[name];
    const variants = variantsOf(schema);
    expect(schema.safeParse(variants[0]).success, name).toBe(true);
    expect(JSON.parse(JSON.stringify(variants[0])), 'a value of every property').toStrictEqual(variants[0]);
    const misjudged = variants.filter((fact) => {
      const snapshot = {
        schemaVersion: 1,
        environment: { name: 'x' },
        takenAt: '2026-11-20T10:00:00Z',
        facts: { [name]: fact },
      };
      return schema.safeParse(fact).success !== (fact === undefined ? false : isSnapshot(snapshot));
    });
    expect(misjudged, name).toEqual([]);
  }
});
