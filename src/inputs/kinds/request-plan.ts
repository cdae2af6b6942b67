import { looksLikePlan } from '../../sync-errors/parse-request-plan.js';
import { onlyObject, type RecognizeJson } from '../json-content.js';

/** A plan of requests, as `errors plan` writes it. */
export const requestPlan: RecognizeJson = (content) => {
  const value = onlyObject(content);
  return looksLikePlan(value) ? { kind: 'request-plan', plan: value, lacks: [] } : undefined;
};
