/**
 * How to make finance and operations log what live synchronization of one map does. The columns are named one by one,
 * because other columns of the entity hold connection strings. Source: *General troubleshooting* (2020-03-16).
 */
export const switchDebugModeOn =
  'With the Excel add-in in design mode, add the data entity DualWriteProjectConfigurationEntity with the columns ProjectName, InternalEntityName, ExternalEntityName and IsDebugMode and no others: two connection strings are among the others. Set IsDebugMode to Yes for the project of the map, and publish.';
