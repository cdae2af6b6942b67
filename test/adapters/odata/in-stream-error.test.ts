import { expect, test } from 'vitest';
import { hasInStreamError } from '../../../src/adapters/odata/in-stream-error.js';

const error = { code: '0x80040216', message: 'An unexpected error occurred.' };

// *OData JSON format*, in-stream error; 3.0, 4.0 and 4.01 spell it differently.
test.each<[object]>([
  [{ error }],
  [{ value: [], error }],
  [{ value: [], '@error': error }],
  [{ value: [], 'odata.error': error }],
  [{ value: [], '@odata.error': error }],
  [{ value: [], '@OData.Error': error }],
  [{ error, value: [] }],
  [{ value: [], error: '' }],
  [{ value: [], error: 0 }],
])('%j ends with an error', (json) => expect(hasInStreamError(json)).toBe(true));

test.each<[unknown]>([
  [{}],
  [{ value: [] }],
  [{ value: [{ error }] }],
  [{ value: [], error: null }],
  [{ value: [], '@odata.error': undefined }],
  [{ value: [], errors: [error] }],
  [{ value: [], 'x-error': error }],
  [{ value: [], last_error: error }],
  [{ value: [], '@odata_error': error }],
  [{ value: [], '@@error': error }],
  [{ value: [], 'odata.odata.error': error }],
  [[]],
  [[error]],
  [null],
  [undefined],
  ['error'],
  [7],
])('%j does not', (json) => expect(hasInStreamError(json)).toBe(false));
