import { ruleTexts } from '../../../rules/rule-texts.js';
import { defineTopic } from '../../topic.js';

export const validationCrossCompanyMismatch = /* @__PURE__ */ defineTopic({
  id: 'validation-cross-company-mismatch',
  code: 'DIPV1002',
  title: 'Map joins a shared entity with a company-specific one',
  phase: 'map-start',
  causes: [
    'One side of the map keeps its rows per company, the other shares them among all companies.',
    'Cross-company data sharing is switched on for the finance and operations entity; dual-write does not support that.',
  ],
  performedBy: ['finops-system-administrator', 'system-customizer', 'developer'],
  remediation: ruleTexts.DIPV1002.remediation,
  rules: ['DIPV1002'],
  source: { title: 'Error codes for dual-write and Data Integrator', date: '2024-04-01' },
  signatures: [
    { all: ['dipv1002'] },
    { all: ['is a cross company entity that does not have primary company field set'] },
    { all: ['is a company specific entity with primarycompanyfield set'] },
    { all: ['make sure the entities are both cross company or company specific'] },
    { all: ['dual write only supports mapping between cross company entities'] },
  ],
});
