/** The scripts that filter results in the pages of reports, as functions; `build-workbench.ts` makes this module of their texts. */
declare module 'report-filters' {
  /** @param addEventListener - what listens to the window for as long as the result is shown */
  export function filterChecks(addEventListener: typeof globalThis.addEventListener): void;
  export function filterRows(addEventListener: typeof globalThis.addEventListener): void;
}
