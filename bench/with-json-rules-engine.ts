import { Engine } from 'json-rules-engine';
import { type Facts, hostKey, nameKey, type Snapshot } from '../src/index.js';

/** The same four rules with json-rules-engine: conditions as JSON, one run per row. */
export async function withJsonRulesEngine({ facts }: Snapshot): Promise<string[]> {
  const value = <Name extends keyof Facts>(name: Name): Facts[Name] => {
    const fact = facts[name];
    if (fact?.status !== 'known') throw new Error(`${name} is not known`);
    return fact.value;
  };
  const link = value('link');
  const teams = new Set(value('teams').map(({ id }) => id.toLowerCase()));
  const linked = new Set(link.legalEntities.map(nameKey));
  const codes = new Set(value('companies').map(({ code }) => nameKey(code ?? '')));
  const pairs = new Set(
    value('entityMaps').map((map) => `${nameKey(map.dataverseTable)}\n${nameKey(map.finopsEntity)}`),
  );
  const pairOf = (row: { dataverseTable: string; finopsEntity: string }) =>
    `${nameKey(row.dataverseTable)}\n${nameKey(row.finopsEntity)}`;

  const engineFor = (
    code: string,
    conditions: ConstructorParameters<typeof Engine>[0] extends (infer R)[] | undefined ? R : never,
  ) => {
    const engine = new Engine([conditions]);
    return { code, engine };
  };
  const rule = (code: string, all: object[]) =>
    engineFor(code, { conditions: { all: all as never }, event: { type: code } });
  const company = rule('DWDVEV1007', [
    { fact: 'isSynced', operator: 'equal', value: true },
    { fact: 'hasTeam', operator: 'equal', value: false },
  ]);
  const legalEntity = rule('DWDVEV1003', [{ fact: 'exists', operator: 'equal', value: false }]);
  const runtime = rule('DWDVEV1004', [{ fact: 'isMapped', operator: 'equal', value: false }]);
  const project = engineFor('DWFOEV1004', {
    conditions: {
      any: [
        { fact: 'isMapped', operator: 'equal', value: false },
        { fact: 'host', operator: 'notEqual', value: hostKey(link.dataverseUrl) },
      ],
    },
    event: { type: 'DWFOEV1004' },
  });

  const found: string[] = [];
  const run = async ({ code, engine }: typeof company, id: string, rowFacts: Record<string, unknown>) => {
    const { events } = await engine.run(rowFacts);
    if (events.length > 0) found.push(`${code} ${id}`);
  };
  for (const { code, enabledForDualWrite, defaultOwningTeamId } of value('companies')) {
    const key = nameKey(code ?? '');
    await run(company, key.toUpperCase(), {
      isSynced: enabledForDualWrite === true || linked.has(key),
      hasTeam: defaultOwningTeamId !== null && teams.has(defaultOwningTeamId.toLowerCase()),
    });
  }
  for (const code of linked) await run(legalEntity, code.toUpperCase(), { exists: codes.has(code) });
  for (const row of value('runtimeConfigurations')) await run(runtime, row.id, { isMapped: pairs.has(pairOf(row)) });
  for (const row of value('projectConfigurations')) {
    await run(project, row.projectName, { isMapped: pairs.has(pairOf(row)), host: hostKey(row.externalUrl) });
  }
  return found;
}
