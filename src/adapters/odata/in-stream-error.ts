/**
 * Whether a response that began successfully ends with an error of the service, so that it is incomplete. OData calls it
 * an in-stream error, because the status has already been sent.
 */
export function hasInStreamError(json: unknown): boolean {
  if (typeof json !== 'object' || json === null) return false;
  // The spelling of OData 3.0, 4.0 and 4.01, and of the body of a refusal.
  return Object.entries(json).some(([name, value]) => /^@?(?:odata\.)?error$/i.test(name) && value != null);
}
