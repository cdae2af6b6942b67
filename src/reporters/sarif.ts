import type {
  ConfigurationOverride,
  Invocation,
  Location,
  Log,
  MultiformatMessageString,
  Notification,
  ReportingDescriptor,
  ReportingDescriptorReference,
  Result,
  Suppression,
} from 'sarif';
import type { Explanation } from '../diagnosis/explain.js';
import type { Acceptance, OpenOutcome, Outcome, ReportedFinding } from '../engine/outcome.js';
import type { HealthReport } from '../report/report.js';
import { paragraph } from './blocks.js';
import { type Digest, digestOf } from './digest.js';
import { startOf, visible, visibleStart } from './escape.js';
import { explainedTitle, explanationInWords, nothingExplained } from './explanation-in-words.js';
import {
  acceptanceInWords,
  fixInWords,
  inBaseline,
  messageOf,
  ruleInWords,
  unseenInWords,
  whyOpen,
} from './in-words.js';
import { link } from './inlines.js';
import { toJson } from './json.js';
import { rulePage, siteUrl } from './site-url.js';
import { markdownOf } from './to-markdown.js';

/**
 * Where SARIF results point to, and what the log says besides.
 * @public
 */
export interface SarifOptions {
  /**
   * The file that findings are shown at, relative to the root of the repository: code hosts reject results without one.
   * Default `dual-write-health.snapshot.json`.
   */
  readonly artifactUri?: string | undefined;
  /** What the report says about the cause of an error text, from `explain` of `dual-write-health/diagnosis`. */
  readonly explanations?: readonly Explanation[] | undefined;
}

/**
 * The report as SARIF 2.1.0, for code scanning: a result per finding, with what is accepted as suppressed, and notifications
 * of what is not known and, where an error text was explained, of what explains it.
 *
 * @example
 * ```ts
 * await writeFile('dual-write-health.sarif', sarif(report, { artifactUri: 'environments/uat.json' }));
 * ```
 * @public
 */
export function sarif(report: HealthReport, options: SarifOptions = {}): string {
  const { artifactUri = 'dual-write-health.snapshot.json', explanations } = options;
  const { tool, environment, takenAt, health, failOn, totals, outcomes } = report;
  const rules = rulesOf(outcomes);
  const uri = fileReference(artifactUri);
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: visibleStart(tool.name),
            version: visibleStart(tool.version),
            informationUri: siteUrl,
            rules: [...rules.values()].map(({ outcome }) => descriptorOf(outcome)),
          },
        },
        // Code hosts tell the results of one environment from those of another by what is before the last slash.
        automationDetails: { id: `dual-write-health/${encodeURIComponent(wellFormed(startOf(environment.name)))}/` },
        invocations: [invocationOf(digestOf(report), rules, explanations)],
        results: outcomes.flatMap((outcome) => resultsOf(outcome, rules, uri)),
        properties: {
          environment: visibleStart(environment.name),
          takenAt: visibleStart(takenAt),
          health,
          failOn,
          totals,
        },
      },
    ],
  };
  return toJson(log);
}

/** Rules by code, with the place at which the log describes them. */
type Rules = ReadonlyMap<string, { readonly outcome: Outcome; readonly index: number }>;

function rulesOf(outcomes: readonly Outcome[]): Rules {
  const distinct = new Map(outcomes.map((outcome) => [outcome.code, outcome]));
  return new Map([...distinct.values()].map((outcome, index) => [outcome.code, { outcome, index }]));
}

function referenceTo(code: string, rules: Rules): ReportingDescriptorReference {
  return { id: ruleId(code), index: rules.get(code)?.index ?? -1 };
}

function ruleId(code: string): string {
  return visibleStart(code);
}

function descriptorOf(outcome: Outcome): ReportingDescriptor {
  const { code, slug, title, validation, origin, severity, defaultSeverity = severity } = outcome;
  const page = rulePage(code);
  return {
    id: ruleId(code),
    name: visibleStart(slug),
    shortDescription: { text: messageText(startOf(title)) },
    ...(page === undefined ? {} : { helpUri: page }),
    help: helpOf(outcome, page),
    defaultConfiguration: { level: defaultSeverity },
    properties: { tags: ['dual-write', validation, origin] },
  };
}

/** A report tells how to fix what was found; about the other rules, their pages do. */
function helpOf(outcome: Outcome, page: string | undefined): MultiformatMessageString {
  const see = page === undefined ? [] : [`See ${page}`];
  if (outcome.status !== 'failed') return { text: [messageText(startOf(outcome.title)), ...see].join('\n') };
  const { remediation } = outcome;
  const summary = startOf(remediation.summary, 1000);
  return {
    text: [...[summary, ...fixInWords(remediation)].map(messageText), ...see].join('\n'),
    markdown: withoutPlaceholders(
      markdownOf([
        paragraph(summary),
        { type: 'ways', ways: remediation.options, others: '' },
        ...(page === undefined ? [] : [paragraph(link('More', page))]),
      ]),
    ),
  };
}

function invocationOf(
  { open, accepted, complaints, unseen, issues }: Digest,
  rules: Rules,
  explanations: readonly Explanation[] | undefined,
): Invocation {
  const notifications = [
    ...open.map((outcome) => ({
      outcome,
      level: outcome.status === 'errored' ? ('error' as const) : ('warning' as const),
    })),
    ...accepted.flatMap(({ outcome, open: acceptance }) =>
      acceptance === undefined ? [] : [{ outcome, level: 'note' as const, acceptance }],
    ),
  ].map((one) => ({ isFault: one.outcome.status === 'errored', notification: notificationOf(one, rules) }));
  return {
    executionSuccessful: issues.length === 0 && !open.some(({ status }) => status === 'errored'),
    ruleConfigurationOverrides: [...rules.values()].flatMap(({ outcome }) => overrideOf(outcome, rules)),
    toolConfigurationNotifications: [
      ...issues.map(
        (issue): Notification => ({
          level: 'error',
          message: { text: messageText(startOf(`The options are not valid: ${issue}`, 400)) },
        }),
      ),
      ...notifications.filter(({ isFault }) => !isFault).map(({ notification }) => notification),
      ...complaints.map(
        ({ text, fails }): Notification => ({
          level: 'warning',
          message: { text: messageText(text) },
          properties: { fails },
        }),
      ),
      ...unseen.map(
        (one): Notification => ({
          level: 'note',
          message: { text: messageText(unseenInWords(one)) },
          properties: { fact: one.fact },
        }),
      ),
    ],
    toolExecutionNotifications: [
      ...notifications.filter(({ isFault }) => isFault).map(({ notification }) => notification),
      ...explainedOf(explanations, rules),
    ],
  };
}

/** What somebody should look at: the others found nothing, or nothing about the message. */
const noteworthy: ReadonlySet<Explanation['verdict']> = /* @__PURE__ */ new Set([
  'confirmed',
  'found',
  'found-for-similar',
  'open',
]);

/** No more severe than warnings: errors would mean that the run itself failed. */
function explainedOf(explanations: readonly Explanation[] | undefined, rules: Rules): readonly Notification[] {
  if (explanations === undefined) return [];
  if (explanations.length === 0) {
    const { title, message } = nothingExplained;
    return [{ level: 'note', message: { text: messageText(`${title}: ${message}`) } }];
  }
  return explanations.map((one) => {
    const { diagnosis, verdict, evidence } = one;
    const known = evidence.filter(({ code }) => rules.has(code));
    const decisive = known.find(({ status }) => status === 'failed') ?? known[0];
    return {
      level: noteworthy.has(verdict) ? 'warning' : 'note',
      message: { text: messageText(`${explainedTitle(one)}: ${explanationInWords(one)}`) },
      ...(decisive === undefined ? {} : { associatedRule: referenceTo(decisive.code, rules) }),
      properties: { explanation: visibleStart(diagnosis.id), verdict },
    };
  });
}

interface Told {
  readonly outcome: OpenOutcome;
  readonly level: 'error' | 'warning' | 'note';
  readonly acceptance?: Acceptance;
}

function notificationOf({ outcome, level, acceptance }: Told, rules: Rules): Notification {
  const why = `${ruleInWords(outcome)}: ${whyOpen(outcome)}`;
  const text = acceptance === undefined ? why : `${why} (${acceptanceInWords(acceptance)})`;
  return {
    level,
    message: { text: messageText(text) },
    associatedRule: referenceTo(outcome.code, rules),
    properties: { status: outcome.status },
  };
}

function overrideOf(outcome: Outcome, rules: Rules): readonly ConfigurationOverride[] {
  const descriptor = referenceTo(outcome.code, rules);
  if (outcome.status === 'skipped') return [{ descriptor, configuration: { enabled: false } }];
  return outcome.defaultSeverity === undefined ? [] : [{ descriptor, configuration: { level: outcome.severity } }];
}

function resultsOf(outcome: Outcome, rules: Rules, uri: string): readonly Result[] {
  if (outcome.status !== 'failed') return [];
  const { id, index } = referenceTo(outcome.code, rules);
  return outcome.findings.map((finding) => ({
    ruleId: id ?? '',
    ruleIndex: index ?? -1,
    level: outcome.severity,
    message: { text: messageText(messageOf(finding)) },
    locations: [locationOf(finding, uri)],
    partialFingerprints: fingerprintsOf(finding),
    // Always there: in a run with suppressions, a result without the property could be either.
    suppressions: suppressionsOf(finding),
  }));
}

function locationOf({ subject: { kind, id, name = id } }: ReportedFinding, uri: string): Location {
  return {
    physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } },
    logicalLocations: [{ kind, name: visibleStart(name), fullyQualifiedName: visibleStart(`${kind}/${id}`) }],
  };
}

/**
 * GitHub goes by `primaryLocationLineHash` alone. Without it, the upload takes a hash of the line, which is the same for all
 * findings, and they become one.
 */
function fingerprintsOf({ fingerprint }: ReportedFinding): Readonly<Record<string, string>> {
  const value = visible(fingerprint);
  return { 'dualWriteHealth/v1': value, primaryLocationLineHash: value };
}

function suppressionsOf({ suppressed, baselined }: ReportedFinding): Suppression[] {
  const justifications = [
    ...(suppressed === undefined ? [] : [acceptanceInWords(suppressed)]),
    ...(baselined === true ? [inBaseline] : []),
  ];
  return justifications.map((text) => ({ kind: 'external', status: 'accepted', justification: visible(text) }));
}

/** Plain text as SARIF wants it: never empty, without links and placeholders. */
function messageText(text: string): string {
  return withoutPlaceholders(visible(text).replaceAll('](', '] (')) || '–';
}

function withoutPlaceholders(text: string): string {
  return text.replace(/[{}]/g, '$&$&');
}

/** A path or URI as a reference that parses: what it cannot hold is encoded. */
function fileReference(path: string): string {
  const encoded = encodeURI(wellFormed(path).replaceAll('\\', '/'))
    .replace(/%25(?=[\da-f]{2})/gi, '%')
    .replaceAll('#', '%23')
    .replaceAll('?', '%3F');
  if (/^[a-z]:\//i.test(encoded)) return `file:///${encoded}`; // a drive of Windows, not a scheme
  if (encoded.startsWith('//')) return `file:${encoded}`; // a share, not the host of a web page
  const hasColonFirst = /^[^/]*:/.test(encoded) && !/^[a-z][a-z\d+.-]+:/i.test(encoded);
  return hasColonFirst ? `./${encoded}` : encoded;
}

/** Halves of surrogate pairs cannot be encoded. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
