import type { CleanupPlan } from '../../src/diagnosis/cleanup/cleanup-plan.js';
import type { Diagnosis, Topic } from '../../src/diagnosis/index.js';
import { cleanupPlan } from '../../src/diagnosis/index.js';
import { compareReports, fleetOf, type SnapshotComparison } from '../../src/index.js';
import type { EnvironmentComparison, MapDifference, MapSummary } from '../../src/maps/index.js';
import type { SelectedVersion, SelectVersionFault } from '../../src/maps/select-version.js';
import type { DocumentModel } from '../../src/reporters/document.js';
import { appliedMapsDocument } from '../../src/reporters/documents/applied-maps-document.js';
import { catalogueDocument } from '../../src/reporters/documents/catalogue-document.js';
import { cleanupPlanDocument } from '../../src/reporters/documents/cleanup-plan-document.js';
import { comparisonDocument } from '../../src/reporters/documents/comparison-document.js';
import { diagnosesDocument } from '../../src/reporters/documents/diagnoses-document.js';
import { diagnosisLogDocument } from '../../src/reporters/documents/diagnosis-log-document.js';
import { environmentComparisonDocument } from '../../src/reporters/documents/environment-comparison-document.js';
import { explanationsDocument } from '../../src/reporters/documents/explanations-document.js';
import { fleetDocument } from '../../src/reporters/documents/fleet-document.js';
import { mapsDocument } from '../../src/reporters/documents/maps-document.js';
import { markedRequestsDocument } from '../../src/reporters/documents/marked-requests-document.js';
import { ruleDocument } from '../../src/reporters/documents/rule-document.js';
import { selectedVersionDocument } from '../../src/reporters/documents/selected-version-document.js';
import { solutionGuidesDocument } from '../../src/reporters/documents/solution-guides-document.js';
import { solutionPlansDocument } from '../../src/reporters/documents/solution-plans-document.js';
import { topicDocument } from '../../src/reporters/documents/topic-document.js';
import { topicProposalsDocument } from '../../src/reporters/documents/topic-proposals-document.js';
import { urlsDocument } from '../../src/reporters/documents/urls-document.js';
import { catalogue } from '../../src/rules/catalogue.js';
import type { RuleDescription } from '../../src/rules/describe-rule.js';
import type { Remediation, RemediationOption } from '../../src/rules/remediation/remediation.js';
import type { SolutionGuide } from '../../src/solutions/index.js';
import type { ExportPlan } from '../../src/solutions/plan-export.js';
import type { RestorePlan } from '../../src/solutions/plan-restore.js';
import type { PlannedMap, SolutionPlan } from '../../src/solutions/solution-plan.js';
import type { AppliedMaps } from '../../src/solutions/verify-applied.js';
import type { MarkedRequests } from '../../src/sync-errors/index.js';
import { hostileReport, reportWithEverything } from './hostile-report.js';

/**
 * A document of each kind with `text` in every place where text is free, and with `length` of what there may be many of. Those of two
 * texts differ in nothing else.
 */
export const shownResults: Readonly<Record<string, (text: string, length?: number) => DocumentModel>> = {
  fleet: (text, length = 2) =>
    fleetDocument(
      fleetOf(
        many(length, hostileReport(text)),
        many(length, { environment: { name: text }, type: 'x', because: text }),
      ),
    ),
  'report comparison': (text) => comparisonDocument(compareReports(reportWithEverything(), hostileReport(text))),
  'report comparison, reversed': (text) =>
    comparisonDocument(compareReports(hostileReport(text), reportWithEverything())),
  'snapshot comparison': (text, length = 2) => comparisonDocument(snapshotComparison(text, length)),
  'environment comparison': (text, length = 2) => environmentComparisonDocument(environmentComparison(text, length)),
  maps: (text, length = 2) => mapsDocument(mapSummary(text, length)),
  'plan of an import': (text, length = 2) => solutionPlansDocument([solutionPlan(text, length)]),
  'plan of a restore': (text, length = 2) => solutionPlansDocument([restorePlan(text, length)]),
  'plan of an export': (text, length = 2) => solutionPlansDocument([exportPlan(text, length)]),
  'several plans': (text) => solutionPlansDocument([solutionPlan(text, 2), restorePlan(text, 1), exportPlan(text, 1)]),
  'applied maps': (text, length = 2) => appliedMapsDocument(appliedMaps(text, length)),
  'a guide': (text) => solutionGuidesDocument([guide(text)]),
  guides: (text, length = 2) => solutionGuidesDocument(many(length, guide(text))),
  diagnoses: (text, length = 2) => diagnosesDocument(many(length, diagnosis(text))),
  'a log': (text, length = 2) =>
    diagnosisLogDocument({
      topics: many(length, { id: text, title: text, count: 1_000, first: text, last: text, examples: [text] }),
      unrecognized: 1,
    }),
  explanations: (text, length = 2) =>
    explanationsDocument(
      many(length, {
        diagnosis: diagnosis(text),
        verdict: 'confirmed' as const,
        evidence: [
          { code: text, status: 'failed' },
          { code: text, status: text },
        ],
        named: [
          { name: text, verdict: 'confirmed', messages: 2 },
          ...many(length, { name: text, verdict: 'found-for-others', messages: 1 } as const),
        ],
        findings: many(length, text),
        kind: 'maps' as const,
      }),
      hostileReport(text),
    ),
  'cleanup plan': (text, length = 2) => cleanupPlanDocument(cleanup(text, length)),
  catalogue: (text, length = 2) => catalogueDocument(many(length, rule(text))),
  rule: (text) => ruleDocument(rule(text)),
  topic: (text) => topicDocument(topic(text)),
  'topic proposals': (text, length = 2) =>
    topicProposalsDocument(text, many(length, { id: text, kind: 'topic', title: text, score: 1 })),
  'marked requests': (text, length = 2) => markedRequestsDocument(markedRequests(text, length)),
  'requests that cannot be marked': (text, length = 2) =>
    markedRequestsDocument({
      ...markedRequests(text, 0),
      fault: { type: 'records-taken', because: text, whatToDo: text, recordIds: many(length, text) },
    }),
  'selected version': (text) => selectedVersionDocument(text, selectedVersion(text), part(text)),
  'addresses to read': (text, length = 2) =>
    urlsDocument(
      many(length, {
        url: `https://contoso.crm4.dynamics.com/api/data/v9.2/${text}`,
        gives: [text],
        needs: 'token',
      }),
    ),
  'no version selected': (text, length = 2) => selectedVersionDocument(text, noVersion(text, length), part(text)),
};

function many<Thing>(length: number, thing: Thing): readonly Thing[] {
  return Array.from({ length }, () => thing);
}

function markedRequests(text: string, length: number): MarkedRequests {
  return {
    job: text,
    action: 'retry',
    status: 'queued',
    rowsFile: text,
    missingRows: length,
    requests: many(length, { id: text, rows: 1_000, outcome: 'recorded' as const }),
  };
}

function snapshotComparison(text: string, length: number): SnapshotComparison {
  const side = { environment: { name: text }, takenAt: text };
  return {
    schemaVersion: 1,
    kind: 'snapshots',
    before: side,
    after: { ...side, environment: { name: `${text}2` } },
    facts: [
      {
        fact: 'teams',
        before: 'complete',
        after: 'partial',
        added: many(length, { key: text }),
        removed: many(length, { key: text }),
        changed: many(length, { key: text, properties: [{ name: text, before: text, after: { [text]: text } }] }),
      },
    ],
  };
}

export function difference(text: string): MapDifference {
  return {
    kind: 'value-changed',
    leg: 1,
    field: { sourceField: text, destinationField: text },
    name: text,
    before: text,
    after: { [text]: text },
  };
}

/** Maps of which only a part was read. */
function part(text: string) {
  return { coverage: 'partial', detail: text } as const;
}

function environmentComparison(text: string, length: number): EnvironmentComparison {
  const version = { id: text, version: text, publisher: text, chosen: 'newest' } as const;
  const map = { name: text, before: version, after: { ...version, version: `${text}2` } };
  return {
    schemaVersion: 1,
    kind: 'maps',
    before: { name: text, versions: length, ...part(text) },
    after: { name: text, versions: length, ...part(text) },
    maps: [
      ...many(length, {
        ...map,
        status: 'different' as const,
        differences: many(length, difference(text)),
        notCompared: [{ part: 'map' as const, because: text }],
      }),
      ...many(length, { ...map, status: 'same' as const, differences: [], notCompared: [] }),
    ],
    totals: { different: length, same: length, unknown: 0, 'only-before': 0, 'only-after': 0 },
  };
}

function mapSummary(text: string, length: number): MapSummary {
  return {
    schemaVersion: 1,
    kind: 'map-list',
    ...part(text),
    maps: many(length, {
      name: text,
      dataverseTable: text,
      finopsEntity: text,
      versions: [
        {
          id: text,
          version: text,
          publisher: text,
          isManaged: true,
          isParked: true,
          isActive: true as const,
          mapping: 'broken' as const,
          properties: 'read' as const,
          fields: null,
          lookups: null,
          faults: many(length, text),
        },
      ],
    }),
    dependencies: {
      order: [
        { name: text, level: 1 },
        { name: `${text}2`, level: 0 },
      ],
      dependencies: [{ from: text, to: `${text}2`, fields: [text], evidence: 'stated' }],
      circles: [[text, `${text}2`]],
      openLookups: [{ from: text, field: text, table: text }],
      unknown: [text],
    },
    totals: { maps: length, versions: length, unreadable: length },
  };
}

function option(text: string): RemediationOption {
  return {
    title: text,
    steps: [text, text],
    performedBy: ['developer'],
    destroys: text,
    links: [{ title: text, url: 'https://learn.microsoft.com/x' }],
  };
}

function plannedMap(text: string, length: number): PlannedMap {
  return {
    name: text,
    id: text,
    version: text,
    publisher: text,
    change: 'overwrites-customization',
    because: text,
    present: null,
    differences: many(length, difference(text)),
    notCompared: [],
    loss: { status: 'lost', what: text },
    activity: 'runs',
  };
}

function solutionPlan(text: string, length: number): SolutionPlan {
  const about = { subject: text, because: text, whatToDo: text };
  return {
    schemaVersion: 1,
    kind: 'import',
    solution: {
      uniqueName: text,
      version: text,
      publisher: { uniqueName: text, displayName: text, prefix: text },
      isManaged: true,
    },
    environment: text,
    maps: many(length, plannedMap(text, length)),
    circles: [[text, text]],
    obstacles: many(length, { type: 'broken-map', ...about }),
    unknowns: many(length, about),
    steps: many(length, { ...option(text), kind: 'import', maps: many(length, text) }),
    verdict: 'obstructed',
  };
}

function restorePlan(text: string, length: number): RestorePlan {
  const { change: _, ...map } = plannedMap(text, length);
  const { circles, unknowns, steps, environment } = solutionPlan(text, length);
  return {
    schemaVersion: 1,
    kind: 'restore',
    backup: { environment: text, takenAt: text, ...part(text) },
    environment,
    maps: many(length, { ...map, action: 'conflict', loss: { status: 'unknown', because: text } }),
    circles,
    unknowns,
    steps,
    verdict: 'unknown',
  };
}

function exportPlan(text: string, length: number): ExportPlan {
  return {
    verdict: 'obstructed',
    obstacles: many(length, { type: 'broken-map', map: text, because: text, whatToDo: text }),
    solution: text,
    version: text,
    managed: true,
    maps: many(length, text),
    warnings: many(length, text),
    steps: many(length, option(text)),
  };
}

function appliedMaps(text: string, length: number): AppliedMaps {
  const map = { name: text, version: text, publisher: text, because: text, notCompared: [], isInUse: false };
  return {
    schemaVersion: 1,
    kind: 'applied-maps',
    environment: text,
    ...part(text),
    maps: many(length, { ...map, status: 'differs', differences: many(length, difference(text)) }),
    totals: { ok: 0, missing: 0, differs: length, unknown: 0 },
  };
}

function guide(text: string): SolutionGuide {
  return { id: 'x', title: text, when: text, parts: [option(text)], source: { title: text, date: text } };
}

function remediation(text: string): Remediation {
  return { summary: text, options: [option(text), option(text)] };
}

function diagnosis(text: string): Diagnosis {
  const { signatures: _, ...rest } = topic(text);
  return { ...rest, code: text, captures: { entity: [text, text] } };
}

function topic(text: string): Topic {
  return {
    id: text,
    title: text,
    phase: 'live-sync',
    causes: [text, text],
    performedBy: ['finops-system-administrator'],
    remediation: remediation(text),
    rules: ['DWDVEV1007'],
    source: { title: text, date: text },
    signatures: [],
  };
}

function cleanup(text: string, length: number): CleanupPlan {
  const named = cleanupPlan([
    { finopsEntity: `${text}1`, dataverseTable: `${text}2` },
    { runtimeConfigurationId: `${text}1`, dataverseTable: `${text}1` },
    ...many(length, { projectName: `${text}1` }),
  ]);
  const finding = { code: text, message: text };
  const accepted = { ...finding, subject: { kind: 'entity-map', id: text }, reason: text, expires: text } as const;
  const row = { projectName: text, finopsEntity: text, dataverseTable: text, address: text, isMarkedDeleted: true };
  return {
    ...named,
    targets: [
      ...many(length, {
        type: 'project-configuration',
        findings: [finding],
        projectName: text,
        rows: many(length, { ...row, map: 'none', rows: 1 } as const),
        rowsOfProject: length + 1,
        accepted: many(length, accepted),
      } as const),
      { type: 'field-configuration', findings: [finding], projectName: text, rows: length },
      { type: 'runtime-configuration', findings: [finding], runtimeConfigurationId: text, mapName: text, map: 'off' },
      ...named.targets,
    ],
    kept: many(length, { ...accepted, owner: text, alsoFoundBy: many(length, text) }),
    inTheWay: many(length, finding),
    unknowns: many(length, { code: text, because: text }),
  };
}

function rule(text: string): RuleDescription {
  return {
    ...catalogue[0],
    code: text,
    title: text,
    slug: text,
    since: text,
    meaning: text,
    impact: text,
    options: { x: { default: 1, description: text } },
    remediation: remediation(text),
    sources: [
      { title: text, date: text },
      { title: text, date: text },
    ],
  };
}

function selectedVersion(text: string): SelectedVersion {
  const columns = { mapping: { status: 'absent' }, properties: { status: 'absent' } } as const;
  // Safe: nothing else of the map is shown.
  const map = { name: text, version: text, publisher: text, columns } as unknown as SelectedVersion['map'];
  return { map, reason: 'newest', why: text };
}

function noVersion(text: string, length: number): SelectVersionFault {
  return { type: 'several-publishers', publishers: many(length, text), because: text, whatToDo: text };
}
