import { defineTopic } from '../../topic.js';

export const uiBlocked = /* @__PURE__ */ defineTopic({
  id: 'ui-blocked',
  title: 'Dual-write page is blocked by the browser',
  phase: 'user-interface',
  causes: [
    'The browser blocks third-party cookies, and the page signs in and keeps its session in a frame of another site.',
    'Old cookies of the sign-in page interfere.',
  ],
  performedBy: ['finops-system-administrator'],
  remediation: {
    summary: 'Use a private window, and allow or clear the cookies of the sites that the page uses.',
    options: [
      {
        title: 'Try a private window',
        steps: [
          'Open an InPrivate window (Edge) or an incognito window (Chrome), and allow third-party cookies in it.',
          'Sign in to finance and operations, go to Data management and select the Dual Write tile.',
          'If the page opens, cookies are the cause: continue with the next option.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [],
      },
      {
        title: 'Allow third-party cookies for these sites',
        steps: [
          'In the settings of the browser, open the page on cookies and site data.',
          'Add your finance and operations address, [*.]microsoftonline.com, [*.]powerapps.com and [*.]trafficmanager.net to the sites that may always use cookies, third-party ones included.',
          'Close all windows of the browser and open the Dual-write page again.',
          'If a policy of your organization controls this, ask the people who manage it.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [],
      },
      {
        title: 'Clear the cookies',
        steps: [
          'In the settings of the browser, delete the cookies and site data of microsoftonline.com and of your finance and operations address.',
          'Sign in again and open the Dual-write page.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: 'Sign-ins and preferences that the browser kept for these sites.',
        links: [],
      },
    ],
  },
  rules: [],
  source: { title: 'Troubleshoot issues with the dual-write module', date: '2020-03-16' },
  signatures: [
    { all: ['login.microsoftonline.com refused to connect'], alone: true },
    { all: ['login.microsoftonline.com hat die verbindung abgelehnt'], alone: true },
    { all: ["login.microsoftonline.com n'autorise pas la connexion"], alone: true },
    { all: ['failed to read the sessionstorage property from window'], alone: true },
    {
      all: ['domexception failed to read the sessionstorage property from window access is denied for this document'],
      alone: true,
    },
    { all: ['sessionstorage', 'dataintegrator.trafficmanager.net'] },
  ],
});
