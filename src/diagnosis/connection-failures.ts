import type { Pattern } from './topic.js';

/*
 * How .NET says that a service could not be reached or did not answer. Any program prints these sentences: topics use them inside
 * writes that failed only.
 */

const host = String.raw`(?:[\s'"().:-]{1,9}(?<host>[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,9}))?`;

export const unresolvedName: Pattern = {
  find: new RegExp(`\\bremote name could(?: not|n'?t) be resolved${host}`, 'i'),
  anchor: 'resolved',
};

export const unknownHost: Pattern = { find: new RegExp(`\\bno such host is known${host}`, 'i'), anchor: 'host' };

export const noConnection: Pattern = {
  find: /\bunable to connect to the remote server|\bno connection could be made|\bunderlying connection was closed|\bssl connection could(?: not|n'?t) be established/i,
  anchor: 'connect',
};

export const canceled: Pattern = {
  find: /\ba task was cancell?ed|\bthe operation was cancell?ed|\bTaskCancell?edException/i,
  anchor: 'cancel',
};

export const timedOut: Pattern = { find: /\boperation has timed[ -]?out|\brequest timed[ -]?out/i, anchor: 'timed' };

export const timeout: Pattern = {
  find: /\bexecution timeout expired|\bSQL timeout|\bHttpClient\.Timeout|\(504\) gateway timeout|\bGatewayTimeout|\bRequestTimeout/i,
  anchor: 'timeout',
};
