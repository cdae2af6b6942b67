import { removeLegalEntityFromLink } from '../remediation/legal-entities.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';
import { linkedCodes, whyNotLinked } from './linked-companies.js';

/** `DWFOEV9301`: a link can hold about 250 legal entities. @public */
export const tooManyLegalEntities = defineCatalogueRule({
  code: 'DWFOEV9301',
  slug: 'too-many-legal-entities',
  title: 'Too many legal entities linked',
  origin: 'library',
  validation: 'StaleConfiguration',
  severity: 'error',
  since: '0.1.0',
  meaning: 'More legal entities are linked than live synchronization supports.',
  impact: 'Maps cannot be started: "Exceeds the maximum partitions allowed for mapping".',
  needs: ['link'],
  options: { maximum: { default: 250, description: 'how many legal entities a link may hold' } },
  notApplicable: ({ link }) => whyNotLinked(link),
  evaluate: ({ link }, { derive, options: { maximum } }) =>
    judgeEach([derive(linkedCodes, link).length], (count) =>
      count > maximum ? finding({ kind: 'environment', id: 'link' }, { count, maximum }) : undefined,
    ),
  message: ({ count, maximum }: { count: number; maximum: number }) =>
    `${count} legal entities are linked, and ${maximum} are supported`,
  remediation: {
    summary: 'Link only the companies whose data is needed on both sides.',
    options: [
      {
        title: 'Decide which companies are needed',
        steps: [
          'List the legal entities whose rows people use on both sides, and the ones that are closed, templates or tests.',
          'Agree with the owners on which of them to remove from the link; until then, change nothing.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.syncLimits, links.initialSetup],
      },
      removeLegalEntityFromLink,
    ],
  },
  sources: [sources.initialSetup, sources.liveSyncLimits],
});
