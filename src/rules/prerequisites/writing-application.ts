import type { Fact } from '../../facts/fact.js';
import type { Facts } from '../../facts/schemas.js';
import { isOlder, parseFinopsVersion, parseVersion } from '../../facts/version-number.js';
import { type DualWriteApplication, finopsToDataverse, finopsToDataverseLegacy } from './application-ids.js';

/** What shows which application finance and operations writes to Dataverse as. */
interface WriterSigns {
  readonly hasCurrentUser: boolean;
  readonly hasLegacyUser: boolean;
  /** Whether there may be users that were not seen. */
  readonly isPartial: boolean;
  /** Whether finance and operations is older than 10.0.43, where that is known. */
  readonly isBeforeCurrent: boolean | undefined;
}

/**
 * The application that finance and operations writes to Dataverse as: the current one where it has a user, unless the
 * version is known to come before it and the legacy one has a user too.
 *
 * @returns `undefined` where a user that was not seen would decide
 */
export function writingApplication(signs: WriterSigns): DualWriteApplication | undefined {
  const { hasCurrentUser, hasLegacyUser, isPartial, isBeforeCurrent } = signs;
  if (hasLegacyUser && isBeforeCurrent === true) return finopsToDataverseLegacy;
  if (isPartial && (!hasCurrentUser || isBeforeCurrent === true)) return undefined;
  return hasCurrentUser ? finopsToDataverse : finopsToDataverseLegacy;
}

/** The version that decides whether finance and operations can write as the current application. */
export interface WriterVersion {
  readonly property: 'applicationRelease' | 'platformUpdate' | 'platformBuild';
  readonly version: string;
  /** Whether it comes before 10.0.43, which brought the current application. */
  readonly isBeforeCurrent: boolean;
}

/** The first of release, platform update and platform build that is known; `undefined` where none is. */
export function writerVersion(finopsEnvironment: Fact<Facts['finopsEnvironment']>): WriterVersion | undefined {
  if (finopsEnvironment.status === 'unknown') return undefined;
  const { applicationRelease, platformUpdate, platformBuild } = finopsEnvironment.value;
  const release = parseFinopsVersion(applicationRelease);
  if (release?.scheme === 'release') {
    const { version } = release;
    return writerVersionOf('applicationRelease', version.join('.'), isOlder(version, '10.0.43'));
  }
  if (platformUpdate != null) return writerVersionOf('platformUpdate', String(platformUpdate), platformUpdate < 67);
  const build = parseVersion(platformBuild);
  return build === undefined
    ? undefined
    : writerVersionOf('platformBuild', build.join('.'), isOlder(build, '7.0.7521'));
}

function writerVersionOf(
  property: WriterVersion['property'],
  version: string,
  isBeforeCurrent: boolean,
): WriterVersion {
  return { property, version, isBeforeCurrent };
}
