import { expect, test } from 'vitest';
import { recognize } from '../../../src/inputs/recognize.js';

const ours = 'https://contoso.example/dual-write-health@2/schema/config.schema.json';

test.each<[object]>([
  [{ preset: 'documented' }],
  [{ preset: 'recommended' }],
  [{ preset: 'strict' }],
  [{ preset: 'go-live' }],
  [{ rules: { DWDVEV9001: 'off' } }],
  [{ rules: { a: 'off', dw1: 'off' } }],
  [{ rules: { DIPV2: 'off' } }],
  [{ rules: {}, failOn: 'warning' }],
  [{ failOn: 'warning' }],
  [{ gate: {} }],
  [{ roleModel: {} }],
  [{ timeoutMs: 1 }],
  [{ suppressions: [] }],
  [{ suppressionPolicy: {} }],
  [{ baseline: 'baseline.json' }],
  [{ preset: 'mine', gate: {} }],
  [{ $schema: './a.json', failOn: 'warning' }],
  [{ $schema: ours }],
  [{ $schema: ours, failsOn: 'warning' }],
])('%j is a file of settings', (value) => {
  expect(recognize(JSON.stringify(value))).toEqual({ kind: 'config', config: value, lacks: [] });
});

test.each<[unknown, string]>([
  [{}, 'an empty JSON object'],
  [[{ failOn: 'warning' }], 'JSON with the properties failOn'],
  [{ preset: 'mine' }, 'JSON with the properties preset'],
  [{ failOn: 'warning', extends: 'a' }, 'JSON with the properties failOn, extends'],
  [{ rules: { semi: 'error' } }, 'JSON with the properties rules'],
  [{ rules: { DW: 'error', 'DW-1': 'error' } }, 'JSON with the properties rules'],
  [{ rules: { NDW1: 'error' } }, 'JSON with the properties rules'],
  [{ rules: ['DW1'] }, 'JSON with the properties rules'],
  [{ rules: null }, 'JSON with the properties rules'],
  [{ rules: { DW1: 'off' }, plugins: [] }, 'JSON with the properties rules, plugins'],
  [{ $schema: './a.json' }, 'JSON with the properties $schema'],
  [{ $schema: [ours] }, 'JSON with the properties $schema'],
  [{ $schema: `${ours}.txt` }, 'JSON with the properties $schema'],
  [{ $schema: 'https://contoso.example/config.schema.json' }, 'JSON with the properties $schema'],
  [{ $schema: 'https://contoso.example/dual-write-health/config-schema-json' }, 'JSON with the properties $schema'],
])('%j is not', (value, looksLike) => {
  expect(recognize(JSON.stringify(value))).toMatchObject({ kind: 'unknown', looksLike });
});
