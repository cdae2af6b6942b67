import { guidKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import type { Subject } from '../verdict.js';
import type { DualWriteApplication } from './application-ids.js';
import * as applications from './application-ids.js';

type ApplicationUser = Facts['applicationUsers'][number];

/** The applications that write to Dataverse as application users. */
export const writingApplications = [applications.dataIntegrator, applications.finops] as const;

/** The users of those applications, each with its application. */
export function dualWriteUsers(
  users: Facts['applicationUsers'],
): readonly { readonly user: ApplicationUser; readonly application: DualWriteApplication }[] {
  return users.flatMap((user) => {
    const application = writingApplications.find(({ id }) => id === guidKey(user.applicationId));
    return application === undefined ? [] : [{ user, application }];
  });
}

/** An application as the subject of a finding. */
export function applicationSubject({ id, name }: DualWriteApplication): Subject {
  return { kind: 'application', id, name };
}
