import { expect, test } from 'vitest';
import { isUsual, performerInWords, performersInWords } from '../../src/reporters/performer-in-words.js';
import { performers } from '../../src/rules/remediation/remediation.js';

test('who performs a fix, in words', () => {
  expect(performers.map(performerInWords).sort()).toEqual([
    'Microsoft Support',
    'developer',
    'environment maker',
    'system administrator of Dataverse',
    'system administrator of finance and operations',
    'system customizer of Dataverse',
    'tenant administrator',
    'the user who set up dual-write',
  ]);
  expect(performerInWords('dataverse-system-administrator')).toBe('system administrator of Dataverse');
  expect(performersInWords(['developer'])).toBe('developer');
  expect(performersInWords(['setup-user', 'developer', 'microsoft-support'])).toBe(
    'the user who set up dual-write, developer, and Microsoft Support',
  );
});

test('those who were named already are usual, in any order', () => {
  expect(isUsual(['developer'], ['developer'])).toBe(true);
  expect(isUsual(['setup-user', 'developer'], ['developer', 'setup-user'])).toBe(true);
  expect(isUsual(['developer', 'setup-user'], ['setup-user', 'developer'])).toBe(true);
  expect(isUsual(['developer'], ['setup-user'])).toBe(false);
  expect(isUsual(['developer'], ['developer', 'setup-user'])).toBe(false);
  expect(isUsual(['developer'], undefined)).toBe(false);
});
