/** What must not compile: a fact, or a property of one, about which the table says nothing. */
import { type FactTable, factTable, type Redaction } from '../../src/facts/fact-table.js';
import type { Facts } from '../../src/index.js';

const { link: _link, ...withoutLink } = factTable;
// @ts-expect-error a fact without a line
withoutLink satisfies FactTable;

// @ts-expect-error a line without a fact
({ ...factTable, weather: factTable.solutions }) satisfies FactTable;

const { label: _label, ...withoutLabel } = factTable.solutions;
// @ts-expect-error a line without a label
({ ...factTable, solutions: withoutLabel }) satisfies FactTable;

// @ts-expect-error a key that is not a property of a row
({ ...factTable, solutions: { ...factTable.solutions, key: ['name'] } }) satisfies FactTable;

// @ts-expect-error a list without a key
({ ...factTable, solutions: { ...factTable.solutions, key: null } }) satisfies FactTable;

// @ts-expect-error a key of nothing, by which all rows would be the same one
({ ...factTable, solutions: { ...factTable.solutions, key: [] } }) satisfies FactTable;

type OfSolutions = Redaction<Facts['solutions']>;
const fine = { uniqueName: 'scrub', version: 'scrub', managed: 'keep' } as const satisfies OfSolutions;

const { managed: _managed, ...withoutManaged } = fine;
// @ts-expect-error a property about which nobody decided
withoutManaged satisfies OfSolutions;

// @ts-expect-error a property that no row has
({ ...fine, secret: 'keep' }) satisfies OfSolutions;

// @ts-expect-error a property that must be there, dropped
({ ...fine, version: 'drop' }) satisfies OfSolutions;

const roles = { name: 'scrub' } as const;
// @ts-expect-error a property of a row inside a row about which nobody decided
({ ...factTable.applicationUsers.redact, roles }) satisfies Redaction<Facts['applicationUsers']>;
