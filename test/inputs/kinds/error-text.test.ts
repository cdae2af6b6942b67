import { expect, test } from 'vitest';
import { recognize } from '../../../src/inputs/recognize.js';

// cspell:ignore exceptiondetails messageblock

const json = (value: unknown) => JSON.stringify(value);
const error = { error: { code: '1', message: 'a' } };
const trace = { exceptiondetails: 'System.Exception', messageblock: 'b' };

test.each<[string, unknown]>([
  ['a text', 'Unable to write'],
  ['a text of two letters', '-- ab 1'],
  ['an error of OData', error],
  ['one with a code alone', { error: { code: '0x80040217' } }],
  ['one with a message alone', { error: { message: 'does not exist' } }],
  ['one with the message of .NET', { error: { Message: 'does not exist' } }],
  ['one whose message is an object', { error: { message: { lang: 'en-US', value: 'does not exist' } } }],
  ['one of another spelling', { Error: { message: 'a' } }],
  ['one of OData 3', { 'odata.error': { message: { value: 'a' } } }],
  ['a list of errors', [error, error]],
  ['an envelope of errors', { value: [error, trace] }],
  ['a message of finance and operations', { Message: 'An error has occurred.' }],
  [
    'one with all that it may have',
    {
      Message: 'An error has occurred.',
      MessageDetail: 'a',
      ExceptionMessage: 'b',
      ExceptionType: 'c',
      StackTrace: 'd',
      InnerException: {},
      ErrorCode: 1,
      ActivityId: 'e',
      ModelState: {},
    },
  ],
  ['a refused sign-in', { error: 'invalid_grant', error_description: 'AADSTS50034', trace_id: 'a' }],
  ['an error of a run', { code: 'ActionFailed', message: 'a' }],
  ['one with a number', { code: 429, message: 'a' }],
  ['one with its details', { code: 'a', message: 'b', target: 'c', details: [], innererror: {} }],
  ['one in capitals', { code: 'a', message: 'b', Target: 'c', InnerError: {} }],
  ['a plug-in trace', trace],
  ['a plug-in trace with other columns', { ...trace, typename: 'a' }],
  ['an answer of status 400 in words', { statusCode: 400, body: 'Bad request' }],
  ['an answer of status 500 in words', { statusCode: 500, body: 'x' }],
  [
    'answers in words',
    [
      { statusCode: 500, body: 'x' },
      { statusCode: 400, body: error },
    ],
  ],
])('%s is an error text', (_name, value) => {
  const text = typeof value === 'string' ? value : json(value);
  expect(recognize(json(value))).toEqual({ kind: 'error-text', text, lacks: [] });
});

test.each<[string, unknown, string]>([
  ['a text of one letter', 'a', 'a JSON value'],
  ['letters that are not together', 'a 1 b', 'a JSON value'],
  ['texts', ['Unable to write', 'Unable to read'], 'a list of JSON values'],
  ['an empty list', [], 'an empty list'],
  ['null', null, 'a JSON value'],
  ['a list of null', [null], 'a list of JSON values'],
  ['an error beside something else', [error, { a: 1 }], 'JSON with the properties error'],
  ['the same in an envelope', { value: [error, { a: 1 }] }, 'JSON with the properties value'],
  ['an empty envelope', { value: [] }, 'JSON with the properties value'],
  ['an error without words', { error: {} }, 'JSON with the properties error'],
  ['an error in words alone', { error: 'invalid_grant' }, 'JSON with the properties error'],
  ['words about an error alone', { error_description: 'a' }, 'JSON with the properties error_description'],
  ['a sign-in by numbers', { error: 1, error_description: 'a' }, 'JSON with the properties error, error_description'],
  ['a message that is a number', { error: { message: 7 } }, 'JSON with the properties error'],
  ['a message without a text', { error: { message: { value: 7 } } }, 'JSON with the properties error'],
  ['a message that is null', { error: { message: null } }, 'JSON with the properties error'],
  ['a code that is a number', { error: { code: 7 } }, 'JSON with the properties error'],
  ['a message of another program', { Message: 'a', Id: 1 }, 'JSON with the properties Message, Id'],
  ['a name that only ends so', { Message: 'a', InException: 1 }, 'JSON with the properties Message, InException'],
  ['a number as the message', { Message: 1 }, 'JSON with the properties Message'],
  ['a code without a message', { code: 'a' }, 'JSON with the properties code'],
  ['a message without a code', { message: 'a' }, 'JSON with the properties message'],
  ['a code that is true', { code: true, message: 'a' }, 'JSON with the properties code, message'],
  ['an error of another program', { code: 'a', message: 'b', id: 1 }, 'JSON with the properties code, message, id'],
  ['a name that begins so', { code: 'a', message: 'b', targets: 1 }, 'JSON with the properties code, message, targets'],
  [
    'a name that ends so',
    { code: 'a', message: 'b', _details: 1 },
    'JSON with the properties code, message and 1 more',
  ],
  [
    'a trace without an exception',
    { ...trace, exceptiondetails: ' ' },
    'JSON with the properties exceptiondetails, messageblock',
  ],
  ['a trace by numbers', { ...trace, exceptiondetails: 1 }, 'JSON with the properties exceptiondetails, messageblock'],
  ['details of an exception alone', { exceptiondetails: 'a' }, 'JSON with the properties exceptiondetails'],
  [
    'an answer of status 500 that is a number',
    { statusCode: 500, body: 7 },
    'JSON with the properties statusCode, body',
  ],
])('%s is not', (_name, value, looksLike) => {
  expect(recognize(json(value))).toMatchObject({ kind: 'unknown', looksLike });
});

test('answers in words that are not errors are not', () => {
  const answer = json({ statusCode: 200, body: 'Unable to write' });
  expect(recognize(answer)).toEqual({ kind: 'error-text', text: 'Unable to write', lacks: [] });
  expect(recognize(`${answer}\n${answer}`)).toMatchObject({ kind: 'unknown', looksLike: 'a JSON value' });
});

test('a line that could not be read is named', () => {
  expect(recognize(`${json(error)}\n{"error"\n${json(error)}`)).toMatchObject({
    kind: 'error-text',
    lacks: ['line 2 could not be read'],
  });
});
