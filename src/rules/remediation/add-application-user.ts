/**
 * How the application user of a Microsoft application is added to Dataverse: the admin center lists registrations of the tenant
 * only.
 *
 * Sources: *Manage application users in the Power Platform admin center* (2025-06-05); the reference of `pac admin`.
 */
/* @__NO_SIDE_EFFECTS__ */
export function addApplicationUser(when: string, id: string): string {
  return `${when} New app user does not help: it lists registrations of your tenant only. Install the Power Platform CLI, sign in with \`pac auth create\`, and add the user with \`pac admin assign-user --environment <address of Dataverse> --user ${id} --role "Dual-write runtime user" --application-user\`; then give it the other roles too.`;
}
