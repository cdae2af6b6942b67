/**
 * The status that a service sends with an error, by its code and its message, where the status itself was not passed on;
 * `undefined` for an error that is not known.
 *
 * Sources: *Web service error codes* and *Service protection API limits*, Dataverse.
 */
export function statusOfError(code: string | undefined, message: string | undefined): number | undefined {
  const text = `${hexadecimal(code ?? '')} ${message ?? ''}`;
  return statuses.find(([, pattern]) => pattern.test(text))?.[0];
}

const statuses: readonly (readonly [status: number, pattern: RegExp])[] = [
  [400, /0x80060888.*Could not find a property|0x80048d19|0x80040203/is],
  [404, /Resource not found for the segment|EnvironmentNotFound|0x80040217|0x8006088a/i],
  [403, /\bprv[A-Z]\w|0x80040220|0x80040225|0x80042f09|0x8004d24b|Forbidden|AccessDenied/i],
  [429, /0x8007232[126]|TooManyRequests|throttled/i],
  [401, /Unauthorized|0x80072560/i],
];

/** `-2147220960` is `0x80040220`: services write a code as either. */
function hexadecimal(code: string): string {
  return /^-?\d{9,10}$/.test(code) ? `0x${(Number(code) >>> 0).toString(16)}` : code;
}
