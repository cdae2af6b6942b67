/** A larger file is read in pieces. In bytes. */
export const largestWhole = 48 * 2 ** 20;
