import { expect, test } from 'vitest';
import { statusOfError } from '../../src/adapters/odata/status-of-error.js';

test.each([
  ['0x80040220', 'Principal user is missing prvReadTeam privilege', 403],
  ['-2147220960', 'SecLib::CheckPrivilege failed', 403],
  ['2147746336', undefined, 403],
  [undefined, 'is missing prvReadcdm_Company privilege', 403],
  ['0x80040225', 'The specified user is disabled', 403],
  ['0x80042f09', undefined, 403],
  ['0x8004D24B', undefined, 403],
  ['0x80072560', 'The user is not a member of the organization.', 401],
  ['Unauthorized', undefined, 401],
  ['0x8006088a', "Resource not found for the segment 'x'.", 404],
  ['', "Resource not found for the segment 'x'.", 404],
  ['0x80040217', 'privilege prvReadmsdyn_dualwriteentitymap does not exist', 404],
  ['EnvironmentNotFound', undefined, 404],
  ['0x80060888', "Resource not found for the segment 'x'.", 404],
  ['0x80060888', "Could not find a property named 'x' on type 'y'.", 400],
  ['0x80072322', undefined, 429],
  ['-2147015903', undefined, 429],
  ['-2147015898', undefined, 429],
  ['0x80040265', 'anything', undefined],
  ['-1', undefined, undefined],
  ['404', undefined, undefined],
  [undefined, undefined, undefined],
])('%s %s is %s', (code, message, status) => {
  expect(statusOfError(code, message)).toBe(status);
});
