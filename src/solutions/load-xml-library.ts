import { ResultAsync } from 'neverthrow';
import { errorText } from '../facts/scrub.js';
import type { XmlLibrary } from './read-xml.js';
import type { SolutionFault } from './solution-fault.js';

/** Loaded when it is needed: code that does not read solutions does not load it. */
export function loadXmlLibrary(): ResultAsync<XmlLibrary, SolutionFault> {
  return ResultAsync.fromPromise(import('./xml-library.js'), (error) => ({
    type: 'broken-zip',
    entry: null,
    because: `the library that reads XML cannot be loaded: ${errorText(error)}`,
    whatToDo: 'Install the package again, with its dependencies.',
  }));
}
