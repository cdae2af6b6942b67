/** An hour in milliseconds. */
export const hour = 3_600_000;

/** How long a map may stay paused, and how long catch-up errors are kept, in hours. */
export const pauseHours = 24;
export const catchUpErrorHours = 24;

/**
 * How long a map may stay paused, in milliseconds: one day. After that, writes to its tables are blocked until it is resumed.
 *
 * It was seven days in the article of 2021-10-13. Source: *Pause dual-write for maintenance*, 2023-09.
 */
export const longestPause: number = 86_400_000;

/**
 * How much can wait in the queue of a paused map, in bytes: 1 GB. After that, writes to its tables are blocked until it is
 * resumed.
 *
 * Read as 1,000,000,000 bytes, the smaller of the two readings. Source: *Pause dual-write for maintenance*, 2023-09.
 */
export const mostQueuedBytes: number = 1_000_000_000;

/**
 * How long catch-up errors can be retried, in milliseconds: one day. Then they are purged.
 *
 * Source: *Error management and alert notifications*, 2022-06-24.
 */
export const catchUpErrorLifetime: number = 86_400_000;

/** The threshold of warnings about a pause, or about errors to be purged: four hours remain. */
export const warnsAfter: number = 72_000_000;
export const warnsFromBytes: number = 800_000_000;
