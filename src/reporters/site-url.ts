/** Where the pages about codes, errors and guides are read. Its paths are permanent: saved reports link to them. */
export const siteUrl = 'https://dual-write-health.github.io/dual-write-health/';

/** Where the project lives. */
export const homepage = 'https://github.com/dual-write-health/dual-write-health';

/** A code of the health check that is a known problem and has no rule; a test says that it is the only one. */
const withoutRule = 'DWFOEV1005';

/** The page about a rule of the catalogue; `undefined` for other codes, which may come from anywhere. */
export function rulePage(code: string): string | undefined {
  const isRule = /^(?:DW(?:DV|FO)EV\d{4}|DIPV\d{4}|table-map-health-\d{3,4})$/.test(code) && code !== withoutRule;
  return isRule ? `${siteUrl}rules/${code}/` : undefined;
}

/**
 * The page about what was recognized: a known problem, or a code of the health check that only its rule explains. `undefined` for
 * `unknown-code`, the id of every code that is not documented.
 */
export function errorPage(id: string): string | undefined {
  if (id === 'unknown-code' || !/^[\w-]+$/.test(id)) return undefined;
  return (id.startsWith('DW') ? rulePage(id) : undefined) ?? `${siteUrl}errors/${id}/`;
}

/** The path on the site of a file in `docs`: `rules/README.md` is `rules/`, `maps.md` is `guides/maps/`. */
export function sitePath(file: string): string {
  if (file === 'har-walk-through.md') return 'collect/';
  const path = file.replace(/(?:README)?\.md$/, '/').replace('//', '/');
  return path.startsWith('rules/') || path.startsWith('errors/') ? path : `guides/${path}`;
}
