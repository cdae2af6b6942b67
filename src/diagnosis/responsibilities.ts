import type { Performer, Source } from '../rules/remediation/remediation.js';

/**
 * Who may do what with a dual-write connection.
 * @public
 */
export interface Responsibility {
  readonly task: 'link' | 'add-maps' | 'monitor' | 'edit-maps';
  readonly title: string;
  /** All of these at once. */
  readonly requires: readonly Performer[];
  readonly note: string;
}

const bothAdministrators: readonly Performer[] = ['finops-system-administrator', 'dataverse-system-administrator'];

/**
 * Who may link environments, add maps, monitor and edit them.
 *
 * Sources: *Troubleshoot issues with the dual-write module* (2020-03-16); *Troubleshoot issues during initial setup*
 * (2026-01-15) for linking.
 *
 * @public
 */
export const responsibilities: readonly Responsibility[] = [
  {
    task: 'link',
    title: 'Link the environments',
    requires: [...bothAdministrators, 'tenant-administrator'],
    note: 'One person who administers both sides and the Microsoft Entra tenant. That person becomes the setup user.',
  },
  {
    task: 'add-maps',
    title: 'Add maps',
    requires: ['setup-user'],
    note: 'Nobody else, not even administrators.',
  },
  {
    task: 'monitor',
    title: 'Monitor the state of maps',
    requires: bothAdministrators,
    note: 'Any such administrator, after the connection is set up.',
  },
  {
    task: 'edit-maps',
    title: 'Edit mappings',
    requires: bothAdministrators,
    note: 'Any such administrator, after the connection is set up.',
  },
];

/** The article that {@link responsibilities} is based on. @public */
export const responsibilitiesSource: Source = {
  title: 'Troubleshoot issues with the dual-write module',
  date: '2020-03-16',
};
