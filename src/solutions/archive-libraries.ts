/*
 * What reads archives, in a file of its own that is loaded when one is read. Named imports that stand at the top, as here, mean the
 * same to Node and to every bundler; those of a package in CommonJS that is imported dynamically do not.
 */
export { Inflate } from 'fflate/browser';
export { SaxesParser } from 'saxes';
