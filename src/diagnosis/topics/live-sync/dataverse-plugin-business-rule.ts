import * as links from '../../../rules/remediation/links.js';
import { readPluginTrace, switchPluginTraceOn } from '../../plugin-trace.js';
import { defineTopic } from '../../topic.js';
import { notUnique } from '../../untranslated.js';

/** Plug-ins print other errors under the same code, which have their own topics. */
const otherErrors = [
  'that has the attribute values',
  'requires that this set of attributes contains unique values',
  '0x80040237',
  '0x80060892',
  'secureconfig organization',
  'principal user',
  'principal team',
  'message size exceeded',
  'cannot convert the literal',
  'entity exceeded the maximum allowed',
  'index and length must refer',
  'in the default null or unchanged state',
  'connected party did not properly respond',
  'party record not found',
  /* @__PURE__ */ notUnique(),
] as const;

export const dataversePluginBusinessRule = /* @__PURE__ */ defineTopic({
  id: 'dataverse-plugin-business-rule',
  title: 'A plug-in in Dataverse refused the record',
  phase: 'live-sync',
  causes: [
    'The record breaks a rule that a plug-in in Dataverse enforces; the text after "response message" says which.',
    'The record that the plug-in looks for, such as a product, a category or a task, does not exist in Dataverse or is not active.',
    'A custom or partner plug-in fails on records that dual-write sends.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary: 'Correct the record as the text after "response message" requires, and save it again.',
    options: [
      {
        title: 'Correct the data that violates the rule',
        steps: [
          'Read the text after "response message": it is the rule.',
          'Compare the record with what the rule requires: does the product, category, task or vendor exist in Dataverse, and is it active and unique?',
          'If it is missing in Dataverse, run its map on the Dual-write page with initial synchronization; if it exists only in Dataverse, activate or complete it there.',
          'Correct the record, recalling the workflow if one has started, and save or post it again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.liveSync],
      },
      {
        title: 'If the record that is missing or inactive comes from Dataverse: correct it there',
        steps: [
          'Projects, tasks, contracts, price lists and transaction categories are made in Dataverse: their maps do not bring them from finance and operations, and initial sync does not help.',
          'Open the record that the message names in the app that owns it, such as Project Operations or Sales.',
          'Create, activate or complete it there, with the company and the currency of the document, and wait until it has arrived in finance and operations.',
          'Save or post the document in finance and operations again.',
        ],
        performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
        destroys: null,
        links: [links.projectErrors],
      },
      {
        title: 'Find the plug-in',
        steps: [
          switchPluginTraceOn,
          'Repeat the step that failed.',
          readPluginTrace,
          'Take Type Name and Message Block to whoever owns the plug-in: your developers, the partner, or Microsoft Support.',
          'Set the logging to Off again.',
        ],
        performedBy: ['dataverse-system-administrator', 'developer'],
        destroys: null,
        links: [],
      },
    ],
  },
  rules: [],
  source: { title: 'Project operations dual write errors and mitigation', date: '2021-04-02' },
  signatures: [{ all: ['0x80040265'], none: otherErrors, alone: true }],
});
