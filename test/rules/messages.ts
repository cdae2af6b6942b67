/**
 * What the first finding of the first failing case of each rule says, in catalogue order: the one place where words are pinned.
 */
export const firstMessages: Readonly<Record<string, string>> = {
  DWFOEV9001: 'finance and operations has applicationRelease 10.0.8, and dual-write needs 10.0.9 or later',
  DWFOEV9002: 'finance and operations has no client row for Data integrator (2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b)',
  DWFOEV9003: 'the client row of Data integrator (2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b) has no enabled user',
  DWDVEV9001: 'the dual-write core solution is not installed in Dataverse',
  DWDVEV9002: 'msdyn_DualWriteCore has version 1.0.24073.2, older than 1.0.24073.3',
  DWDVEV9003: 'the solution Dynamics365Company is not installed in Dataverse',
  DWDVEV9004: 'Dataverse has no application user for Data integrator (2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b)',
  DWDVEV9005: 'the application user for Data integrator (2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b) is disabled',
  DWDVEV9006: 'the application user for Data integrator (2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b) has no security role',
  DWDVEV9014:
    'the application user for Data integrator (2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b) holds Integration: not both dual-write roles and one more for the tables',
  DWDVEV9007: 'DualWriteRuntime.Plugins has 1 disabled step',
  DWDVEV9008: 'MSDYNCE_prospecttocashintegration 15.0.0.0 must not run beside dual-write',
  DWDVEV9009:
    'Data integrator (2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b) has no consent in the tenant, and this core version needs it',
  DWDVEV9010:
    'Dataverse is in tenant 11111111-aaaa-0000-0000-000000000000, finance and operations in tenant 22222222-aaaa-0000-0000-000000000000',
  DWDVEV9011: 'Dataverse is in Europe, finance and operations in United States',
  DWDVEV9012: 'Dataverse has version 9.1.0.11731, and dual-write needs 9.1.0000.11732 or later',
  DWDVEV9013: 'the Dataverse environment was created without Dynamics 365 apps',
  DWDVEV9015:
    'only the legacy application 00000015-0000-0000-c000-000000000000 has a user in Dataverse, but finance and operations (applicationRelease 10.0.43.0) writes as f1752846-f0df-4766-96f5-c109adf67d7f',
  DWDVEV9016: 'DualWriteRegistration.Plugins has no step',
  DWDVEV9017: 'the solution msdyn_DualWriteAppCoreMaps is not installed in Dataverse',
  DWDVEV9018: 'Dynamics365GABParty_Anchor has version 3.5.1.134, older than 3.5.1.135',
  DWFOEV9004: 'finance and operations has platform build 7.0.7198.187, older than 7.0.7198.188',
  DWDVEV1001: 'the API hub connection of the link to Dataverse does not exist',
  DWFOEV1001: 'the API hub connection of the link to finance and operations does not exist',
  DWDVEV9101: 'the API hub connection of the link to Dataverse does not exist and can be created again',
  DWFOEV9101: 'the API hub connection of the link to finance and operations does not exist and can be created again',
  DWDVEV9102:
    'the Dataverse connection e0000000-0000-0000-0000-000000000001 (shared_commondataserviceforapps) is in error',
  DWFOEV9102:
    'the finance and operations connection e0000000-0000-0000-0000-000000000001 (shared_dynamicsax) is in error',
  DWDVEV1002: 'the Dataverse connection e1 uses the older connector shared_dynamicscrmonline',
  DWDVEV1003: 'the linked company DEMF has no record in the Company table of Dataverse',
  DWFOEV1003: 'the linked company DEMF is not a legal entity of finance and operations',
  DWDVEV1004:
    'the runtime configuration d2 (contact - Customers V3, project 99999999-1550-42e2-858e-4761fc1443ea): no map matches it',
  DWFOEV1004:
    'the project configuration DWM-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea (accounts - Customers V3), 1 of 2 rows: Dataverse address old.crm4.dynamics.com; expected contoso.crm4.dynamics.com',
  DWDVEV9304: 'the runtime configuration d1 (account - Customers V3, no project name): its map does not run',
  DWFOEV9307:
    'the project configuration dwm-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea (accounts - Customers V3), 1 of 2 rows: marked as deleted',
  DWDVEV9301: 'company USMF has 2 records with its code',
  DWFOEV9301: '251 legal entities are linked, and 250 are supported',
  DWFOEV9302: '41 legal entities are linked; initial synchronization supports 40, and it is running for one map',
  DWDVEV9305:
    'the link points to the Dataverse environment production.crm4.dynamics.com, but contoso-uat.crm4.dynamics.com was checked',
  DWFOEV9308:
    'the link points to the finance and operations app contoso.operations.dynamics.com, but contoso.sandbox.operations.dynamics.com was checked',
  DWDVEV9306: 'the company USMF is linked, and its record in the Company table of Dataverse is inactive',
  DWFOEV9309: 'the map cdm_taxes - Taxes is paused: its changes are waiting, and are blocked after one day or 1 GB',
  DWFOEV9303: 'the environments are not linked: nothing synchronizes',
  DWFOEV9304: 'there are no maps: nothing synchronizes',
  DWFOEV9305: 'the map b is paused but has no project configuration',
  DWDVEV9302:
    'the map accounts - Customers V3 requires Dynamics365Company 2.0.133 (2.0.2.10 installed), Party 2.0 (not installed)',
  DWFOEV9306:
    'the map accounts - Customers V3 requires finance and operations 10.0.42 or later, and 10.0.41 is installed',
  DWDVEV9303: 'the map accounts - Customers V3 depends on GONE b (missing), Off (not running), gone A (missing)',
  DWFOEV1006: 'the default team is named "Contoso", but its business unit is named "Contoso Group"',
  DWDVEV1007: 'company USMF has no default owning team',
  DWDVEV9401: 'the team "USMF Dual Write" owns the rows of USMF and has no security role',
  DWDVEV9402: 'the default team "Contoso" of the business unit "Contoso" has no security role',
  DWDVEV9403:
    'the team "Contoso" owns the rows of USMF and has only the roles Dual-Write Runtime User, Dual-write app user, dual write app user',
  DWDVEV9404: 'the default team "Contoso" of the business unit "Contoso" has only the roles Integration, Salesperson',
  DWDVEV9405: 'the team "USMF Dual Write" is an access team and cannot own the rows of USMF',
  DWFOEV9501: '1 error row of the integration job Customers waits, 0 are allowed',
  DWFOEV9502: 'the integration job Customers is not active, and 1 error row waits for it',
  DWFOEV9503: '5 requests of the integration job Customers are waiting or running, and 5 is the limit',
  DWFOEV9504:
    'the alert setting Maintenance was changed at 2026-11-01T08:00:00Z, after the last start of accounts - Customers V3',
  DWFOEV9505: 'the alert setting Maintenance has neither a recipient nor an action',
  DWFOEV9506: 'the alert setting a never fires: it counts no type of error',
  DWDVEV9501:
    'the alert setting Maintenance acts automatically, which needs core 1.0.24073.3; 1.0.24073.2 is installed',
  DWDVEV9502:
    'msdyn_DualWriteCore has version 1.0.24093.0, dual-write async needs 1.0.24093.1; it is in use: 1 integration job, 1 error row',
  DWFOEV9507:
    'the alert setting Maintenance acts automatically, which needs platform build 7.0.7198.188 or 7.0.7279.121; it is 7.0.7198.187',
  DWDVEV9601: 'the map accounts - Customers V3 runs in version 1.0.0.4, the party model requires at least 1.0.0.5',
  DWDVEV9602: 'the map contacts - CDS Contacts V2 runs at the same time as the map of parties',
  DWFOEV9602: 'the map accounts - Customers V3 has been in its initial sync for 24 hours',
  DWFOEV9603:
    'the map accounts - Customers V3 has been paused for 20 hours, with 0% of 1 GB queued; the limits are one day and 1 GB',
  DWFOEV9604: 'the map accounts - Customers V3 has been paused for 24 hours; the limits are one day and 1 GB',
  DWFOEV9605:
    '1 catch-up error of the map accounts - Customers V3 has waited for a long time: the next is purged in about 6 h',
  DWFOEV9606: 'the map accounts - Customers V3 has been resuming for 24 hours',
  DIPV1002:
    'the map accounts - Customers V3 joins Customers V3, which is specific to a company, with accounts, which is shared',
  DIPV1003: 'the map accounts - Customers V3 has no integration key: accounts has no alternate key',
  DIPV1004:
    'the map accounts - Customers V3 goes both ways, but these fields of its integration key go one way only: accountnumber',
  DIPV1010: 'the map accounts - Customers V3 does not fill these mandatory fields of the side that it writes to: name',
  DIPV1011: 'the map accounts - Customers V3 writes fields that are read-only: CUSTOMERACCOUNT',
  DIPV1012:
    'the Dataverse filter of the map accounts - Customers V3 is broken at character 18: expected a column or a value after eq',
  DIPV1014: 'the map accounts - Customers V3 has no mapping for fields of its integration key: accountnumber',
  DIPV1015:
    'the map accounts - Customers V3 does not map the key behind lookups of its integration key: msdyn_partyid.msdyn_partynumber',
  DIPV1021: 'the map accounts - Customers V3 has no source, and no default value, for the destination name',
  DIPV1022: 'the map accounts - Customers V3 names source fields that its tables do not have: CUSTOMERNUMBER',
  DIPV1023: 'the map accounts - Customers V3 maps source fields both ways more than once: CURRENCYCODE',
  DIPV1024: 'the map accounts - Customers V3 has no destination for the source NAME',
  DIPV1025: 'the map accounts - Customers V3 names destination fields that its tables do not have: accountno',
  DIPV1026: 'the map accounts - Customers V3 writes to destination fields more than once: name',
  DIPV1027: 'the map accounts - Customers V3 maps lookups without the key of the table behind them: msdyn_group',
  DIPV1028: 'the map accounts - Customers V3 maps lookups without the key of the table behind them: msdyn_group',
  DIPV1029: 'the map accounts - Customers V3 maps pairs of fields more than once: NAME and name',
  DIPV1030:
    'the map accounts - Customers V3 joins fields whose types do not fit: CUSTOMERACCOUNT (text) and accountnumber (whole)',
  DIPV1031:
    'the map accounts - Customers V3 has no default value for mandatory fields whose source may be empty: accountnumber',
  'table-map-health-500':
    'all 2 fields of the map accounts - Customers V3 flow only from Dataverse to finance and operations',
  'table-map-health-900':
    'the finance and operations filter of the map accounts - Customers V3 is broken at character 1: a parenthesis is not closed',
  'table-map-health-5100':
    'the integration key of the map accounts - Customers V3 is not an alternate key of its table: accountnumber, msdyn_company.cdm_companycode',
  'table-map-health-5200':
    'the map accounts - Customers V3 has key columns that may be empty in Dataverse: accountnumber',
  DWDVEV9701: 'the map accounts - Customers V3 has 11 lookups, 10 are allowed for an initial sync',
  DWDVEV9702:
    'the map accounts - Customers V3 maps source fields both ways, and one way to another field: CURRENCYCODE',
  DWDVEV9703:
    'the Dataverse filter of the map accounts - Customers V3 goes through more than one lookup: primarycontactid/parentcustomerid_account/name',
};

/** Why each rule does not apply, in the order of its cases; those about the design of maps have one reason, which is in the test. */
export const reasons: Readonly<Record<string, readonly string[]>> = {
  DWFOEV9003: ['no client row of dual-write exists'],
  DWDVEV9002: ['the core solution is not installed'],
  DWDVEV9005: ['none of the application users that dual-write signs in with exists'],
  DWDVEV9006: ['none of the application users that dual-write signs in with exists'],
  DWDVEV9014: ['none of the application users that dual-write signs in with exists'],
  DWDVEV9009: ['core solutions from 1.0.16.0 on need no consent', 'the core solution is not installed'],
  DWDVEV9015: ['finance and operations is hosted by the customer', 'neither writing application has a user'],
  DWDVEV9016: ['neither assembly exists'],
  DWDVEV9018: ['neither package is installed'],
  DWDVEV1001: [
    'the environments are not linked',
    'the link works without API hub connections',
    'the link supports repairing the connection',
  ],
  DWFOEV1001: [
    'the environments are not linked',
    'the link works without API hub connections',
    'the link supports repairing the connection',
  ],
  DWDVEV9101: [
    'the environments are not linked',
    'the link works without API hub connections',
    'the link does not support repairing the connection',
  ],
  DWFOEV9101: [
    'the environments are not linked',
    'the link works without API hub connections',
    'the link does not support repairing the connection',
  ],
  DWDVEV9102: [
    'the environments are not linked',
    'the link works without API hub connections',
    'the connection is missing',
  ],
  DWFOEV9102: [
    'the environments are not linked',
    'the link works without API hub connections',
    'the connection is missing',
  ],
  DWDVEV1002: [
    'the connection is missing',
    'the environments are not linked',
    'the link works without API hub connections',
  ],
  DWDVEV1003: ['no legal entity is linked', 'the environments are not linked'],
  DWFOEV1003: ['no legal entity is linked', 'the environments are not linked'],
  DWDVEV9304: ['the environments are not linked'],
  DWFOEV9307: ['the environments are not linked'],
  DWFOEV9301: ['the environments are not linked'],
  DWFOEV9302: ['the environments are not linked'],
  DWDVEV9305: ['the environments are not linked'],
  DWFOEV9308: ['the environments are not linked'],
  DWDVEV9306: [
    'the environments are not linked',
    'no legal entity is linked',
    'no linked legal entity has a company in Dataverse',
  ],
  DWFOEV9309: ['the environments are not linked'],
  DWFOEV9304: ['the environments are not linked'],
  DWFOEV9305: ['the environments are not linked', 'no map is running'],
  DWDVEV9302: ['no map is running'],
  DWFOEV9306: ['no map is running'],
  DWDVEV9303: ['no map is running'],
  DWFOEV1006: ['the environments are not linked'],
  DWDVEV1007: ['no company takes part in dual-write', 'the environments are not linked'],
  DWDVEV9401: [
    'no linked company has a default owning team that exists',
    'no legal entity is linked',
    'the environments are not linked',
  ],
  DWDVEV9402: [
    'the business unit has no default team',
    'the mapped business unit does not exist',
    'the environments are not linked',
  ],
  DWDVEV9403: ['no synchronized company has a default owning team that exists', 'the environments are not linked'],
  DWDVEV9404: [
    'the environments are not linked',
    'the business unit has no default team',
    'the mapped business unit does not exist',
  ],
  DWDVEV9405: ['no synchronized company has a default owning team that exists', 'the environments are not linked'],
  DWFOEV9503: ['there is no integration job'],
  DWFOEV9504: ['no alert setting is switched on', 'no map is running'],
  DWFOEV9505: ['no alert setting is switched on'],
  DWFOEV9506: ['no alert setting is switched on'],
  DWDVEV9501: ['no alert setting pauses or stops maps'],
  DWDVEV9502: ['there is neither a sync error nor an integration job', 'the core solution is not installed'],
  DWFOEV9507: ['no alert setting pauses or stops maps'],
  DWDVEV9601: ['no map of parties runs', 'no map that takes part in the party model runs'],
};
