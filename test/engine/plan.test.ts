import { expect, test } from 'vitest';
import { plan } from '../../src/engine/plan.js';
import {
  allOf,
  coreSolutionMissing,
  defaultOwningTeamMissing,
  environmentNotLinked,
  inOrder,
  type Validator,
} from '../../src/index.js';

const [core, link, team] = [coreSolutionMissing, environmentNotLinked, defaultOwningTeamMissing];

test.each<readonly [string, Validator, readonly (readonly [code: string, ...blockedBy: string[]])[]]>([
  ['a rule', link, [['DWFOEV9303']]],
  ['rules side by side', allOf('x', link, team), [['DWFOEV9303'], ['DWDVEV1007']]],
  [
    'what comes first blocks the rest',
    inOrder('x', core, allOf('y', link, team)),
    [['DWDVEV9001'], ['DWFOEV9303', 'DWDVEV9001'], ['DWDVEV1007', 'DWDVEV9001']],
  ],
  [
    'all that comes first blocks',
    inOrder('x', core, inOrder('y', link, team)),
    [['DWDVEV9001'], ['DWFOEV9303', 'DWDVEV9001'], ['DWDVEV1007', 'DWDVEV9001', 'DWFOEV9303']],
  ],
  [
    'of two places of a rule the first counts',
    inOrder('x', core, allOf('y', link, core)),
    [['DWDVEV9001'], ['DWFOEV9303', 'DWDVEV9001']],
  ],
])('%s', (_, validator, expected) => {
  const planned = plan(validator).map(({ rule, blockedBy }) => [rule.code, ...blockedBy.map(({ code }) => code)]);
  expect(planned).toEqual(expected);
});
