import { defaultOwningTeamMissing } from './business-unit/default-owning-team-missing.js';
import { allOf, inOrder } from './validator.js';

const businessUnitRules = [defaultOwningTeamMissing] as const;

/** Every rule, in catalogue order. @public */
export const catalogue = [...businessUnitRules] as const;

export const businessUnit = allOf('BusinessUnit', ...businessUnitRules);
export const healthCheck = businessUnit;
