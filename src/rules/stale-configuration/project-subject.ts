import { isBlank } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import type { Subject } from '../verdict.js';

/** A project configuration as the subject of a finding: its project name or, where that is blank, its table and entity. */
export function projectSubject({
  projectName,
  dataverseTable,
  finopsEntity,
}: Facts['projectConfigurations'][number]): Subject {
  const pair = `${dataverseTable.trim()} - ${finopsEntity.trim()}`;
  return { kind: 'project-configuration', id: isBlank(projectName) ? pair : projectName.trim(), name: pair };
}
