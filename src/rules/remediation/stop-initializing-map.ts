/**
 * How to stop a map whose initial synchronization has failed: while it is initializing, no action is offered.
 *
 * Sources: *Enable table maps for dual-write* (2023-02-21) for the states and for skipping; *Error management and alert
 * notifications* (2026-04-03) for what is offered after a failed run.
 */
export const stopInitializingMap =
  'If the map is Running, stop it. While it is Initializing it cannot be stopped: wait until the run has ended; if it then still shows Initializing, select Skip initial sync on the tab Initial sync details, which starts live synchronization, and stop the map once it is Running.';
