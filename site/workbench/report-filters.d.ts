/** The scripts that filter results in the pages of reports, as functions; `build-workbench.ts` makes this module of their texts. */
declare module 'report-filters' {
  export function filterChecks(): void;
  export function filterRows(): void;
}
