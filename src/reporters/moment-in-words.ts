/** `2026-01-14 10:00 UTC` for a moment in ISO 8601 and UTC; any other text as it stands. */
export function momentInWords(iso: string): string {
  return iso.replace(/^([+-]?\d{4,6}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]*Z$/, '$1 $2 UTC');
}
