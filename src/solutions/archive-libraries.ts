/*
 * The libraries for archives, in a separate file that is loaded when an archive is read. Static named imports, as here, work
 * the same in Node and in every bundler; those of a CommonJS package that is imported dynamically do not.
 */
export { Inflate } from 'fflate/browser';
export { SaxesParser } from 'saxes';
