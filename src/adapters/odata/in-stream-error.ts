/**
 * Whether an answer that began well ends with an error of the service: what came before it is not all. OData calls it an
 * in-stream error, since the status has been sent by then.
 */
export function hasInStreamError(json: unknown): boolean {
  if (typeof json !== 'object' || json === null) return false;
  // As OData 3.0, 4.0 and 4.01 spell it, and as the body of a refusal is spelled.
  return Object.entries(json).some(([name, value]) => /^@?(?:odata\.)?error$/i.test(name) && value != null);
}
