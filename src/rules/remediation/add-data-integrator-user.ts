/**
 * How the application user of the data integrator gets into Dataverse. The admin center lists registrations of the tenant only,
 * and this application is Microsoft's.
 *
 * Sources: *Manage application users in the Power Platform admin center* (2025-06-05); the reference of `pac admin`.
 */
export const addDataIntegratorUser =
  'If 2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b is missing, New app user does not help: it lists registrations of your tenant only. Add it with the Power Platform CLI: `pac admin assign-user --environment <address of Dataverse> --user 2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b --role "Dual-write runtime user" --application-user`; then give it the other roles too.';
