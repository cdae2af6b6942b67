import { describe, expect, test } from 'vitest';
import {
  coversErrorType,
  documentedErrorTypes,
  errorTypeKey,
  errorTypesBySpelling,
  isErrorType,
  isOtherHttpError,
  normalizeErrorTypes,
} from '../../src/facts/error-type.js';

describe('the key of a spelling', () => {
  test.each([
    ['429 Too Many Requests', '429 Too Many Requests'],
    ['429', '429 Too Many Requests'],
    [' 429 ', '429 Too Many Requests'],
    ['HTTP 429', '429 Too Many Requests'],
    ['HTTP/1.1 429', '429 Too Many Requests'],
    ['HTTP/1.1  429', '429 Too Many Requests'],
    ['http/1.1 429 slow down', '429 Too Many Requests'],
    ['Status code: 429', '429 Too Many Requests'],
    ['error-code_429', '429 Too Many Requests'],
    ['HTTP status error code 429', '429 Too Many Requests'],
    ['Too Many Requests', '429 Too Many Requests'],
    ['TooManyRequests', '429 Too Many Requests'],
    ['too-many request', '429 Too Many Requests'],
    ['401 Unauthorized / 403 Forbidden', '401 Unauthorized'],
    ['502;503', '502 Bad Gateway'],
    ['Application', 'Application error'],
    ['application errors', 'Application error'],
    ['Application failure', 'Application error'],
    ['Other HTTP error', 'Any other HTTP error'],
    ['any other http errors', 'Any other HTTP error'],
    ['500', 'http 500'],
    ['http 500', 'http 500'],
    ['500 Internal Server Error', 'http 500'],
    ['Internal Server Error', 'http 500'],
    ['Not Found', 'http 404'],
    ['request timeout', 'http 408'],
    ['GatewayTimeout', 'http 504'],
    ['HTTP/1.1 418', 'http 418'],
    ['599', 'http 599'],
  ])('%j is %j', (text, key) => {
    expect(errorTypeKey(text)).toBe(key);
    expect(isErrorType(text)).toBe(true);
  });

  test.each([
    ['', ''],
    ['  Lost Update ', 'lost update'],
    ['399', '399'],
    ['600', '600'],
    ['4290', '4290'],
    ['429x', '429x'],
    ['x429', 'x429'],
    ['x 429', 'x 429'],
    ['HTTP 1.1.1 429', 'http 1.1.1 429'],
    ['code code code code code 429', 'code code code code code 429'],
    ['requests too many', 'requests too many'],
    ['Lost / 429', 'lost / 429'],
  ])('%j is not an error type', (text, key) => {
    expect(errorTypeKey(text)).toBe(key);
    expect(isErrorType(text)).toBe(false);
  });

  test.each(['401 / lost', '429, 430x', '429;', '429|x'])('%j is not only error types', (text) => {
    expect(isErrorType(text)).toBe(false);
  });

  test.each(['401 Unauthorized / 403 Forbidden', '429, 500', '429;503', '429|Application error'])(
    '%j are error types',
    (text) => {
      expect(isErrorType(text)).toBe(true);
    },
  );
});

test('spellings are the whole type, its code and its words', () => {
  expect([...errorTypesBySpelling()].filter(([, key]) => key === '502 Bad Gateway')).toEqual([
    ['502 Bad Gateway', '502 Bad Gateway'],
    ['502', '502 Bad Gateway'],
    ['Bad Gateway', '502 Bad Gateway'],
  ]);
  for (const type of documentedErrorTypes) expect(errorTypeKey(type)).toBe(type);
});

test('types are written as the product writes them, others as they came, no type twice', () => {
  expect(normalizeErrorTypes([])).toEqual([]);
  expect(
    normalizeErrorTypes(['429', 'TooManyRequests', ' HTTP 500 ', '500', '403 / 401', 'Lost Update', ' lost update']),
  ).toEqual(['429 Too Many Requests', 'HTTP 500', '403 Forbidden', '401 Unauthorized', 'Lost Update']);
});

test('texts without end are read to a limit', () => {
  expect(isErrorType(`429 ${',429'.repeat(99)},lost`)).toBe(true);
  expect(errorTypeKey(`Too Many Requests${' '.repeat(100)}and more`)).toBe('429 Too Many Requests');
});

test.each([
  ['http 404', true],
  ['http 4040', false],
  ['no http 404', false],
  ['http abc', false],
  ['429 Too Many Requests', false],
  ['Any other HTTP error', false],
])('%s is an error without a type of its own: %j', (key, isOther) => {
  expect(isOtherHttpError(key)).toBe(isOther);
  expect(coversErrorType('Any other HTTP error', key)).toBe(isOther || key === 'Any other HTTP error');
  expect(coversErrorType(key, key)).toBe(true);
  expect(coversErrorType('Application error', key)).toBe(false);
});
