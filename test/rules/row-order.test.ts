import { test as property } from '@fast-check/vitest';
import { expect } from 'vitest';
import { allOf, apiHubConnection, evaluateSnapshot, type Snapshot, staleConfiguration } from '../../src/index.js';
import { arbitrarySnapshot } from '../support/arbitrary-snapshot.js';

const validator = allOf('configuration', apiHubConnection, staleConfiguration);

property.prop([arbitrarySnapshot], { numRuns: 400 })(
  'the order of rows decides nothing, not even what a finding says',
  (snapshot) => {
    const reversed = inReverse(snapshot) as Snapshot; // Safe: only the order of lists differs.
    expect(evaluateSnapshot(reversed, { validator }).outcomes).toEqual(
      evaluateSnapshot(snapshot, { validator }).outcomes,
    );
  },
);

function inReverse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inReverse).reverse();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inReverse(item)]));
}
