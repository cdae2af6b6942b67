/** Every {@link Validation}, in catalogue order. */
export const validations = [
  'Prerequisites',
  'APIHubConnection',
  'StaleConfiguration',
  'BusinessUnit',
  'Operations',
  'MapDesign',
] as const;

/**
 * The validation that a rule belongs to: the first four are named as in Microsoft's health check; `Operations` and `MapDesign`
 * are never part of it.
 * @public
 */
export type Validation = (typeof validations)[number];

/** Every {@link Stage}. */
export const stages = ['prerequisite', 'dependency', 'operation', 'design'] as const;

/**
 * The stage of the health check – prerequisites come first – or `operation` or `design`, which are not part of it.
 * @public
 */
export type Stage = (typeof stages)[number];
