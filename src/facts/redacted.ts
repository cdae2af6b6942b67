/** What redaction writes instead of a confidential text. */
export const redacted = 'redacted';
