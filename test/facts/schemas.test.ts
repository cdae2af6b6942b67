import { expect, test } from 'vitest';
import { isSnapshot } from '../../src/facts/is-snapshot.js';
import { factEnvelopes } from '../../src/facts/schemas.js';
import { factNames } from '../../src/index.js';
import { variantsOf } from '../support/variants-of.js';

// One test, since schemas are built once: only then does a change to any of them count as reached.
test('schemas accept what the check accepts that is generated from them', () => {
  for (const name of factNames) {
    const schema = factEnvelopes()[name];
    const misjudged = variantsOf(schema).filter((fact) => {
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
