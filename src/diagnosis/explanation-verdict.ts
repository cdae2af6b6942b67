/**
 * What a report says about the cause of a message. `confirmed`: a rule that detects this cause failed, for what the message names or for
 * the environment as a whole. `found`: it failed, but the message does not say for which map, company or team. `found-for-similar`: it
 * failed for a map that may be the one that is named. `found-for-others`: it failed, but for other maps, companies or teams, and so the
 * cause is not confirmed. `ruled-out`: all such rules found nothing. `open`: some were inconclusive. `not-checkable`: no rule checks for
 * it, or none was in the report.
 * @public
 */
export type ExplanationVerdict =
  | 'confirmed'
  | 'found'
  | 'found-for-similar'
  | 'open'
  | 'found-for-others'
  | 'not-checkable'
  | 'ruled-out';

/** Every {@link ExplanationVerdict}, the best known first. */
export const explanationVerdicts = [
  'confirmed',
  'found',
  'found-for-similar',
  'open',
  'found-for-others',
  'not-checkable',
  'ruled-out',
] as const satisfies readonly ExplanationVerdict[];
