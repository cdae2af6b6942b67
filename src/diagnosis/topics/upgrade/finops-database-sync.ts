import { defineTopic } from '../../topic.js';

export const finopsDatabaseSync = /* @__PURE__ */ defineTopic({
  id: 'finops-database-sync',
  title: 'Update fails: the dual-write table was not synchronized',
  phase: 'upgrade',
  causes: [
    'The update (first seen with platform update 30) reads new columns of DualWriteProjectConfiguration before the database has them.',
  ],
  performedBy: ['finops-system-administrator', 'developer'],
  remediation: {
    summary: 'Synchronize that table with the database, then repeat the failed step of the update.',
    options: [
      {
        title: 'Synchronize the table from Visual Studio',
        steps: [
          'Use this option on your own development machine. In an environment that Microsoft hosts, select Resume once on its page in Lifecycle Services, and open a support request with the log of the step if it fails again.',
          'On the virtual machine, start Visual Studio as administrator and find DualWriteProjectConfiguration in the Application Explorer.',
          'Right-click it and add it to a new project; in the properties of the project, set Synchronize Database on Build to True.',
          'Build the project without errors.',
          'In the Dynamics 365 menu, select Synchronize database and let the full synchronization finish.',
          'In Lifecycle Services, resume the update at its database synchronization step; if you update manually, run that script again.',
        ],
        performedBy: ['finops-system-administrator', 'developer', 'microsoft-support'],
        destroys: null,
        links: [],
      },
    ],
  },
  rules: [],
  source: { title: 'Troubleshoot issues related to upgrades of Finance and Operations apps', date: '2020-03-16' },
  signatures: [
    { all: ['dualwriteprojectconfiguration', 'invalid column name {column:word}'] },
    { all: ['cannot select a record in dual write project sync'] },
    { all: ['invalid column name ISDELETE', 'application configuration sync failed'] },
    {
      // The driver uses the language of the server.
      all: [
        'dualwriteprojectconfiguration',
        'sql server',
        { find: /['"](?<column>ISDELETE)['"]/i, anchor: 'isdelete' },
      ],
    },
  ],
});
