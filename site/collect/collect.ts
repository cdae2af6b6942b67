/** The script that a signed-in person runs in the console of a Dataverse or finance and operations tab. */
import { requestsOf } from './requests-of.js';
import { tabOf } from './tab.js';
import { openPanelOf, openPanelOfOtherTab } from './tab-panel.js';

void start();

async function start(): Promise<void> {
  const tab = tabOf(location.origin, globalThis);
  if (tab === undefined) openPanelOfOtherTab(location.host);
  else openPanelOf(tab, await requestsOf(tab));
}
