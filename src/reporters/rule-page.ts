/** The page about a rule of the catalogue; `undefined` for other codes, which may come from anywhere. */
export function rulePage(code: string): string | undefined {
  return /^(?:DW(?:DV|FO)EV\d{4}|DIPV\d{4}|table-map-health-\d{3,4})$/.test(code)
    ? `${homepage}/blob/main/docs/rules/${code}.md`
    : undefined;
}

/** Where the project lives. */
export const homepage = 'https://github.com/dual-write-health/dual-write-health';
