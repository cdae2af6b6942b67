/**
 * Where a link is created or renewed: the Dual-write page offers neither linking nor unlinking since platform update 54
 * (10.0.30).
 *
 * Sources: *Dual-write setup from Lifecycle Services* (2026-04-03), *Reset dual-write connections* (2023-11-01).
 */
export const linkAgain =
  'Link again from the place where it failed: Link to Power Platform environment in Lifecycle Services (on the page of the environment, under Power Platform Integration > Dual-write application), or Reset link on the Dual-write page.';
