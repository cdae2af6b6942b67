/** The script that a signed-in person runs in the console of a Dataverse or finance and operations tab. */
import { addedByPage } from './changed-page.js';
import { requestsOf } from './requests-of.js';
import { tabOf } from './tab.js';
import { openPanelOf, openPanelOfChangedPage, openPanelOfOtherTab } from './tab-panel.js';

void start();

async function start(): Promise<void> {
  const tab = tabOf(location.origin, globalThis);
  const added = addedByPage();
  if (tab === undefined) openPanelOfOtherTab(location.host);
  else if (added !== undefined) openPanelOfChangedPage(tab, added);
  else openPanelOf(tab, await requestsOf(tab));
}
