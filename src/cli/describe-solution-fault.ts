import type { BackupFileFault, SolutionFileFault } from '../node/solution-file.js';
import type { BackupFault } from '../solutions/map-backup.js';
import { describeFileFault, describeIssues } from './describe-fault.js';

/** Why a file is no solution, in one line. */
export function describeSolutionFault(fault: SolutionFileFault): string {
  if (fault.type === 'unreadable') return describeFileFault(fault);
  return `${fault.path}: ${whyNoSolution(fault)}. ${fault.whatToDo}`;
}

function whyNoSolution(fault: Exclude<SolutionFileFault, { readonly type: 'unreadable' }>): string {
  switch (fault.type) {
    case 'not-a-zip': {
      const found = {
        cabinet: 'is a cabinet',
        xml: 'is XML',
        json: 'is JSON',
        empty: 'is empty',
        unknown: 'is no zip',
      };
      return found[fault.found];
    }
    case 'broken-zip':
      return `is a broken zip: ${inEntry(fault.entry)}${fault.because}`;
    case 'encrypted':
      return `is encrypted (${fault.entry})`;
    case 'too-large':
      return `is too large: ${inEntry(fault.entry)}more than ${fault.limit} ${fault.entry === null ? 'files' : 'bytes'}`;
    case 'missing-file': {
      const inside = fault.archives.length === 0 ? '' : `, but ${fault.archives.slice(0, 5).join(', ')}`;
      return `has no ${fault.file}${inside}`;
    }
    case 'broken-xml': {
      const place = fault.line === null ? '' : `, line ${fault.line}, column ${fault.column}`;
      return `${fault.entry}${place}: ${fault.because}`;
    }
    case 'nameless':
      return `${fault.entry} names no solution`;
    case 'no-maps':
      return `the solution ${fault.solution} has no table map`;
  }
}

function inEntry(entry: string | null): string {
  return entry === null ? '' : `${entry}: `;
}

/** Why a file is no backup that can be used, in one line. */
export function describeBackupFault(fault: BackupFileFault): string {
  return 'whatToDo' in fault ? `${fault.path}: ${whyNoBackup(fault)}. ${fault.whatToDo}` : describeFileFault(fault);
}

/** The same without the file. */
export function whyNoBackup(fault: BackupFault): string {
  switch (fault.type) {
    case 'no-rows':
      return 'there are no rows';
    case 'no-map':
      return `row ${fault.row} is no table map`;
    case 'no-json':
      return `row ${fault.row} is no JSON`;
    case 'no-checksums':
      return `checksums cannot be made: ${fault.because}`;
    case 'unsupported-version':
      return `schemaVersion: expected 1, found ${fault.found}`;
    case 'malformed':
      return describeIssues(fault.issues);
    case 'damaged': {
      const maps = fault.maps.slice(0, 5).map(({ name, version, problem }) => `${name} ${version ?? ''} ${problem}`);
      const more = fault.maps.length > 5 ? ` and ${fault.maps.length - 5} more` : '';
      return `it is damaged: ${[...maps, ...(fault.isIndexDamaged ? ['its index was changed'] : [])].join(', ')}${more}`;
    }
  }
}
