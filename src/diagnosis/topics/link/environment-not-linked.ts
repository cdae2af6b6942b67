import { linkEnvironments } from '../../../rules/remediation/link-environments.js';
import { defineTopic } from '../../topic.js';

export const environmentNotLinked = /* @__PURE__ */ defineTopic({
  id: 'environment-not-linked',
  title: 'Environment is not linked for dual-write',
  phase: 'link',
  causes: [
    'Finance and operations was never linked to Dataverse, or the link was removed, for example by a refresh of the database.',
    'A tool was given the address of the environment in a form that it does not support, such as with a leading `https://`.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator', 'tenant-administrator'],
  remediation: {
    summary: 'Link the environments; if the Dual-write page shows a link, give the tool the bare host name.',
    options: [
      {
        title: 'Check whether there is a link',
        steps: [
          'In finance and operations, open Data management and select the Dual Write tile.',
          'If maps are listed, the link exists: correct the address that the tool was started with (host name only), and stop here.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [],
      },
      linkEnvironments,
    ],
  },
  rules: ['DWFOEV9303'],
  source: { title: 'Use the dual-write wizard to link your environments', date: '2020-05-08' },
  signatures: [
    { all: ['do not have any environments enabled for dual write'] },
    { all: ['before you can use dual write link the'] },
    { all: ['environment is not linked exiting'], alone: true },
  ],
});
