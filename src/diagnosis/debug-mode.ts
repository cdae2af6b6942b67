/**
 * How finance and operations is made to log what live synchronization of one map does. The columns are named one by one,
 * because the entity has others that hold connection strings. Source: *General troubleshooting* (2020-03-16).
 */
export const switchDebugModeOn =
  'With the Excel add-in in design mode, add the data entity DualWriteProjectConfigurationEntity with the columns ProjectName, InternalEntityName, ExternalEntityName and IsDebugMode and no others: two of them are connection strings. Set IsDebugMode to Yes for the project of the map, and publish.';
