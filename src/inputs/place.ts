/** Where a result is read: advice names the options of the command line, or the fields of the workbench. */
export type Place = 'command-line' | 'workbench';

/** How a reader of the workbench supplies the link. */
export const supplyInWorkbench = 'Type the companies under “What only you know”, or add a HAR file of that page.';
