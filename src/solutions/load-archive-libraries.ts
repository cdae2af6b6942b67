import { ResultAsync } from 'neverthrow';
import { errorText } from '../facts/scrub.js';
import type { SolutionFault } from './solution-fault.js';
import type { XmlLibrary } from './xml-elements.js';
import type { ZipLibrary } from './zip-archive.js';

/** Loaded when they are needed: code that does not read solutions does not load them. */
export function loadArchiveLibraries(): ResultAsync<ZipLibrary & XmlLibrary, SolutionFault> {
  return ResultAsync.fromPromise(import('./archive-libraries.js'), (error) => ({
    type: 'broken-zip',
    entry: null,
    because: `the library that unpacks zip files cannot be loaded: ${errorText(error)}`,
    whatToDo: 'Install the package again, with its dependencies.',
  }));
}
