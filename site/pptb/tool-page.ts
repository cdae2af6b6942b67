import { factLabels } from '../../src/facts/fact-names.js';
import { urlsFor } from '../../src/inputs/index.js';
import { markup, whole } from '../../src/reporters/html/markup.js';
import { pageStart } from '../../src/reporters/html/page-start.js';
import { workbenchPage } from '../workbench/page.js';
import { readFacts } from './read-environment.js';

/**
 * What the page may load. ToolBox adds its own policy; this one also forbids every connection. Some versions of Chromium do not
 * take the scheme of ToolBox for `'self'`.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self' pptb-webview:",
  "style-src 'self' pptb-webview:",
  "img-src 'self' data:",
  "worker-src 'self' pptb-webview:",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

/** The page of the tool: the workbench, to which its script adds the connections. */
export async function toolPage(): Promise<string> {
  return `${pageStart(policy, 'Dual-write health').markup}<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="tool.css">
<script src="tool.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the workbench</a>
<header><p>Dual-write health</p></header>
<main id="main" tabindex="-1">
${workbenchPage()}</main>
<template id="tb-reads">${await whatIsRead()}</template>
<footer><p>This tool reads through ToolBox and sends nothing else. Not a product of Microsoft.</p></footer>
</body>
</html>
`;
}

/** The requests with which a reading begins, as the readers make them. */
async function whatIsRead(): Promise<string> {
  const dataverseUrl = 'https://contoso.crm.dynamics.com';
  const base = `${dataverseUrl}/api/data/v9.2/`;
  const isRead = (fact: string) => readFacts.some((one) => one === fact);
  const requests = (await urlsFor({ dataverseUrl })).filter(
    ({ url, gives }) => url.startsWith(base) && gives.some(isRead),
  );
  const lines = requests.map(({ url, gives }) => {
    const labels = gives.filter(isRead).map((fact) => factLabels[fact]);
    const path = decodeURIComponent(url.slice(base.length));
    return markup`<li><code>${whole(path)}</code> <span class="soft">${labels.length > 4 ? 'how much the caller may see' : labels.join('; ')}</span></li>
`;
  });
  return markup`<ul class="wb-urls">${lines}<li>Then what these lead to: the privileges of the caller, the roles and teams of application users, the types and steps of plug-ins, and the columns and keys of the tables that maps name.</li></ul>`
    .markup;
}
