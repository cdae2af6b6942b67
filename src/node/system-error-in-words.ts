import { getSystemErrorMap } from 'node:util';
import { errorText } from '../facts/scrub.js';

/** Why the system did not do something with a file: words that follow "cannot be read", without its code, its call and the path. */
export function systemErrorInWords(error: unknown): string {
  const code = systemErrorCode(error);
  if (code === undefined) return errorText(error);
  return words.get(code) ?? meanings().get(code) ?? errorText(error).replace(/^E[A-Z0-9]+: ([^,]*).*$/s, '$1');
}

/** The code of an error of the system, such as `ENOENT`; `undefined` for other errors. */
export function systemErrorCode(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : /^(E[A-Z0-9]+): /.exec(errorText(error))?.[1];
}

/** What people meet, in words that are not those of a programmer. */
const words: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['ENOENT', 'there is no such file or folder'],
  ['EISDIR', 'it is a folder, not a file'],
  ['ENOTDIR', 'a part of its path is a file, not a folder'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ERR_INVALID_ARG_VALUE', 'its name holds a character that no name may hold'],
  ['ELOOP', 'its links lead in a circle'],
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open'],
  ['EBUSY', 'another program is using it'],
  ['ETXTBSY', 'another program is using it'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the space that this user may fill is full'],
  ['EROFS', 'the disk is read-only'],
  ['EIO', 'the disk reports an error'],
  ['EAGAIN', 'nothing can be read from it at the moment'],
  ['EPIPE', 'nobody reads it any longer'],
  ['ERR_FS_FILE_TOO_LARGE', 'it is too large to be read as a whole'],
  ['ERR_STRING_TOO_LONG', 'it is too large to be read as a whole'],
]);

/** What the system itself says of all other codes. */
function meanings(): ReadonlyMap<string, string> {
  return new Map(getSystemErrorMap().values());
}
