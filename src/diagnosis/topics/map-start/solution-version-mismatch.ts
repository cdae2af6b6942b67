import { openDynamics365Apps } from '../../../rules/remediation/dynamics-365-apps.js';
import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const solutionVersionMismatch = /* @__PURE__ */ defineTopic({
  id: 'solution-version-mismatch',
  title: 'Map cannot be started: it requires a newer solution',
  phase: 'map-start',
  causes: [
    'A Dataverse solution that this version of the map is based on is older than the map requires, or is not complete.',
    'Finance and operations is older than the version that the map was made for.',
  ],
  performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
  remediation: {
    summary:
      'Update the named solution to the required version, or choose a version of the map that works with the installed one.',
    options: [
      {
        title: 'Update the solution',
        steps: [
          'Compare both versions number by number: 2.0.2.10 is older than 2.0.133.',
          'Find out which package contains the named solution: the article about separated packages lists them.',
          openDynamics365Apps,
          'If that package is listed with Update available, select it and agree to the update; if it is not listed, select Install app and install it.',
          'In the Power Apps maker portal, see under Solutions that the version is now at least the required one; a package contains several solutions, so check all of them that messages name.',
          'On the Dual-write page of finance and operations, select Apply Solution if the package contains new maps, and run the map again.',
        ],
        performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
        destroys: null,
        links: [links.solutions, links.dynamics365Apps, links.lifecycle],
      },
      {
        title: 'Use an older version of the map',
        steps: [
          'On the Dual-write page, open the map while it is stopped and select Table map version.',
          'Choose a version that was made for the installed solution, and save.',
          'Run the map again.',
        ],
        performedBy: ['finops-system-administrator', 'system-customizer'],
        destroys: 'Columns that are mapped only in the newer version are no longer synchronized.',
        links: [links.lifecycle],
      },
    ],
  },
  rules: ['DWDVEV9302', 'DWFOEV9306'],
  source: { title: 'Troubleshoot dual-write issues in finance and operations apps', date: '2022-04-18' },
  signatures: [
    { all: ['dynamics 365 for sales solution {solution:word} has version mismatch'] },
    { all: ['has version mismatch version {version:version} required version {required:version}'] },
    { all: ['dual write failure', 'solution', 'version mismatch'] },
    // Translated: the solution and two versions, all three in quotes.
    {
      all: [
        {
          find: /['"] ?(?<solution>\w{0,30}dynamics365\w{1,60}) ?['"].{1,100}?['"] ?(?<version>\d[\d.]{2,24}) ?['"].{1,60}?['"] ?(?<required>\d[\d.]{2,24}) ?['"]/i,
          anchor: 'dynamics365',
        },
      ],
    },
    // Without quotes: the word before the first version comes again before the second.
    {
      all: [
        'dynamics 365 for sales',
        {
          find: /(?<![\w.])(?<solution>(?:Dynamics365|CurrencyExchange|FieldService|HCM)\w{1,60})(?:\D|365){5,120}?([^\s\d:'"]{2,12})\W{1,4}(?<version>\d[\d.]{2,24})\D{1,40}?\2\D{1,25}(?<required>\d[\d.]{2,24})/i,
          anchor: '365',
        },
      ],
    },
  ],
});
