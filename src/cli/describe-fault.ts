import { issuesInWords } from '../facts/issues.js';
import type { CheckFault, SnapshotFault } from '../faults.js';
import type { FileFault } from '../node/json-file.js';

export { issuesInWords as describeIssues };

/** A fault in one line: the file, the place inside it, what was expected. */
export function describeFileFault(fault: FileFault): string {
  const file = fault.path === '-' ? 'standard input' : fault.path;
  switch (fault.type) {
    case 'unreadable':
      return `${file}: cannot be read: ${fault.detail}`;
    case 'unwritable':
      return `${file}: cannot be written: ${fault.detail}`;
    case 'empty':
      return `${file}: is empty: expected JSON`;
    case 'invalid-json':
      return `${file}: is no JSON: ${fault.detail}`;
    default:
      return `${file}: ${describeSnapshotFault(fault)}`;
  }
}

function describeSnapshotFault(fault: SnapshotFault): string {
  return fault.type === 'unsupported-version'
    ? `schemaVersion: expected ${fault.expected}, found ${fault.found}`
    : issuesInWords(fault.issues);
}

export function describeCheckFault(fault: CheckFault): string {
  return fault.because;
}
