import { addApplicationUser } from './add-application-user.js';

/** How the application user of the data integrator is added to Dataverse. */
export const addDataIntegratorUser = /* @__PURE__ */ addApplicationUser(
  'If 2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b is missing:',
  '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b',
);
