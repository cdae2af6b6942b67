import type { Fact } from '../../facts/fact.js';
import { guidKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import type { Subject } from '../verdict.js';
import {
  type DualWriteApplication,
  dataIntegrator,
  finopsToDataverse,
  finopsToDataverseLegacy,
} from './application-ids.js';
import { writerVersion, writingApplication } from './writing-application.js';

type ApplicationUsers = Facts['applicationUsers'];
type FinopsEnvironment = Fact<Facts['finopsEnvironment']>;

/** The users of one application. */
export function usersOf(users: ApplicationUsers, { id }: DualWriteApplication): ApplicationUsers {
  return users.filter(({ applicationId }) => guidKey(applicationId) === id);
}

/**
 * The users that dual-write signs in to Dataverse with, each with its application: those of the data integrator and of the
 * writing application. Where finance and operations is known to be hosted by the customer, it is not documented which
 * application it writes as.
 */
export function dualWriteUsers(
  users: ApplicationUsers,
  finopsEnvironment: FinopsEnvironment,
  isPartial: boolean,
): readonly { readonly user: ApplicationUsers[number]; readonly application: DualWriteApplication }[] {
  const writer = isCustomerManaged(finopsEnvironment) === true ? undefined : writerOf();
  return [dataIntegrator, writer].flatMap((application) =>
    application === undefined ? [] : usersOf(users, application).map((user) => ({ user, application })),
  );

  function writerOf(): DualWriteApplication | undefined {
    return writingApplication({
      hasCurrentUser: usersOf(users, finopsToDataverse).length > 0,
      hasLegacyUser: usersOf(users, finopsToDataverseLegacy).length > 0,
      isPartial,
      isBeforeCurrent: writerVersion(finopsEnvironment)?.isBeforeCurrent,
    });
  }
}

/** Whether the customer hosts finance and operations; `undefined` where that is not known. */
export function isCustomerManaged(finopsEnvironment: FinopsEnvironment): boolean | undefined {
  return finopsEnvironment.status === 'known' ? (finopsEnvironment.value.customerManaged ?? undefined) : undefined;
}

/** Why a rule about those users has nothing to check. */
export const noDualWriteUser = 'none of the application users that dual-write signs in with exists';

/** An application as the subject of a finding. */
export function applicationSubject({ id, name }: DualWriteApplication): Subject {
  return { kind: 'application', id, name };
}
