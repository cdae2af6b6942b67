/** A version as its numbers, two to four of them. */
export type VersionNumber = readonly number[];

/**
 * The numbers of a version text.
 *
 * @returns `undefined` for text that is not a version of two to four numbers: such a version is not known
 */
export function parseVersion(text: string | null | undefined): VersionNumber | undefined {
  const trimmed = text?.trim() ?? '';
  return /^\d+(?:\.\d+){1,3}$/.test(trimmed) ? trimmed.split('.').map(Number) : undefined;
}

/** Negative, zero or positive as `left` is older than, the same as or newer than `right`; missing parts count as 0. */
export function compareVersions(left: VersionNumber, right: VersionNumber): number {
  for (let part = 0; part < 4; part += 1) {
    const difference = (left[part] ?? 0) - (right[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether `version` is older than `minimum`, a version text that is known to parse. */
export function isOlder(version: VersionNumber, minimum: string): boolean {
  return compareVersions(version, parseVersion(minimum) ?? []) < 0;
}

/**
 * The kind of a finance and operations version: a *release* (10.0.41) and a *build* (10.0.605.30025, third part
 * 100 or more) count differently and are never compared with each other. `10.0` is neither: it is not specific enough.
 */
export function parseFinopsVersion(
  text: string | null | undefined,
): { readonly scheme: 'release' | 'build'; readonly version: VersionNumber } | undefined {
  const version = parseVersion(text);
  const third = version?.[2];
  if (version === undefined || third === undefined) return undefined;
  return { scheme: third >= 100 ? 'build' : 'release', version };
}
