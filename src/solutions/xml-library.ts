/*
 * The library for XML, in a separate file that is loaded when a solution is read.
 */
export { Parser } from 'saxen';
