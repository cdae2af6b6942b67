/*
 * The library for XML, in a separate file that is loaded when a solution is read. A static named import, as here, works the same in
 * Node and in every bundler; that of a CommonJS package that is imported dynamically does not.
 */
export { SaxesParser } from 'saxes';
