/**
 * A server for the benchmark of a live check, in a process of its own: prints its address, then answers until its input ends.
 * Arguments: companies, teams, maps, configuration rows, milliseconds added to each answer.
 */
import { healthySnapshot, holdingsOf, savedMapRow } from '../test/support/live-environment.js';
import { startLiveServer } from '../test/support/live-server.js';

const [companies = 0, teams = 0, maps = 0, configurations = 0, delayMs = 0] = process.argv.slice(2).map(Number);
const holdings = holdingsOf(healthySnapshot());
const { dataverse, finops } = holdings;
const repeat = (rows: readonly object[] | undefined, size: number, change: (index: number) => object) =>
  Array.from({ length: size }, (_, index) => ({ ...rows?.[index % rows.length], ...change(index) }));
const guid = (kind: string, index: number) => `${kind}0000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** A shipped map with many fields is 20 kB. */
const fieldMappings = Array.from({ length: 60 }, (_, index) => ({
  syncDirection: index % 2 === 0 ? 3 : '3',
  sourceField: `SOURCEFIELDNUMBER${index}`,
  destinationField: `msdyn_company.cdm_companycode${index}`,
  destinationLookupFieldRelatedEntity: 'cdm_companies',
  isSystemGenerated: false,
  valueTransforms: [{ transformType: 'ValueMap', valueMap: { Yes: 'true', No: 'false' } }],
}));
function largeMap(index: number) {
  const row = savedMapRow(
    {
      name: `t${index} - E ${index}`,
      dataverseTable: `t${index}`,
      finopsEntity: `E ${index}`,
      state: 'running',
      version: '1.0.0.5',
    },
    index,
  );
  const mapping = JSON.parse(String(row.msdyn_mapping));
  const parsed = typeof mapping === 'string' ? JSON.parse(mapping) : mapping;
  parsed.legs[0].fieldMappings = fieldMappings;
  return { ...row, msdyn_mapping: JSON.stringify(parsed) };
}

const server = await startLiveServer(
  {
    ...holdings,
    dataverse: {
      ...dataverse,
      cdm_companies: repeat(dataverse.cdm_companies, companies, (index) => ({
        cdm_companyid: guid('c', index),
        cdm_companycode: `C${index.toString(36)}`,
      })),
      teams: repeat(dataverse.teams, teams, (index) => ({ teamid: guid('a', index), name: `Team ${index}` })),
      msdyn_dualwriteentitymaps: Array.from({ length: maps }, (_, index) => largeMap(index)),
      msdyn_dualwriteruntimeconfigs: repeat(dataverse.msdyn_dualwriteruntimeconfigs, configurations / 2, (index) => ({
        msdyn_dualwriteruntimeconfigid: guid('d', index),
      })),
    },
    finops: {
      ...finops,
      DualWriteProjectConfigurations: repeat(finops.DualWriteProjectConfigurations, configurations / 2, (index) => ({
        ProjectName: `DWM-${guid('e', 1)}-${guid('f', index)}`,
      })),
    },
  },
  { delayMs },
);
console.log(server.url);
process.stdin.resume().on('close', () => process.exit()); // the input ends with the process that started this one, however that ends
