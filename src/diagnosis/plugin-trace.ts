/*
 * How to turn on and read the plug-in trace. Sources: *Logging and tracing* (Dataverse) and *Use the Power Platform
 * Environment Settings app* (2025-02-03), which the advanced settings of model-driven apps lead to.
 */

export const switchPluginTraceOn =
  'Have Dataverse log plug-in exceptions: in the Power Platform Environment Settings app (open it through Advanced settings of any model-driven app), open Administration > System Settings > Customization and set Enable logging to plug-in trace log to Exception. The Plug-in Registration Tool can do the same under Settings.';

export const readPluginTrace =
  'Look for the time of the error in Plug-in Trace Log of that app, or in `/api/data/v9.2/plugintracelogs?$orderby=createdon desc&$top=50` at the address of the environment; rows are kept for one day.';
