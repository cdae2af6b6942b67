import * as z from 'zod/mini';
import { type Fact, unknownReasons } from './fact.js';
import { factNames } from './fact-names.js';
import type { FactName, Facts } from './facts.js';
import { once } from './once.js';

export type { FactName, Facts } from './facts.js';

/**
 * One schema per fact, in catalogue order.
 *
 * No string formats here: they cost ten times the row, and the rules compare leniently anyway.
 */
function buildFactSchemas() {
  const text = z.string();
  const optionalText = z.nullish(z.string());
  const optionalFlag = z.nullish(z.boolean());
  const count = z.int().check(z.nonnegative());
  const role = z.object({ name: text, templateId: optionalText });
  const mapState = z.enum(['not-running', 'initializing', 'running', 'paused', 'resuming', 'stopped', 'unknown']);

  return {
    link: z.object({
      linked: z.boolean(),
      dataverseUrl: optionalText,
      finopsUrl: optionalText,
      legalEntities: z.array(text),
      businessUnitId: optionalText,
      defaultTeamName: optionalText,
      apiHub: z.enum(['required', 'bypassed', 'unknown']),
      connectionFix: optionalFlag,
      connectionIds: z.nullish(z.array(text)),
    }),
    dataverseEnvironment: z.object({
      url: text,
      version: optionalText,
      tenantId: optionalText,
      geography: optionalText,
      dynamics365Apps: optionalFlag,
    }),
    finopsEnvironment: z.object({
      url: text,
      applicationRelease: optionalText,
      applicationBuild: optionalText,
      platformUpdate: z.nullish(z.number()),
      platformBuild: optionalText,
      tenantId: optionalText,
      geography: optionalText,
      customerManaged: optionalFlag,
    }),
    solutions: z.array(z.object({ uniqueName: text, version: text, managed: optionalFlag })),
    applicationUsers: z.array(
      z.object({ applicationId: text, name: optionalText, enabled: z.boolean(), roles: z.array(role) }),
    ),
    pluginAssemblies: z.array(z.object({ name: text, enabledSteps: count, disabledSteps: count })),
    tenantApplications: z.array(z.object({ applicationId: text })),
    finopsClients: z.array(
      z.object({ clientId: text, name: optionalText, userId: optionalText, userEnabled: optionalFlag }),
    ),
    apiHubConnections: z.array(
      z.object({
        id: text,
        connector: text,
        status: z.enum(['connected', 'error', 'unknown']),
        targetUrl: optionalText,
      }),
    ),
    companies: z.array(
      z.object({
        id: text,
        code: z.nullable(text),
        name: z.nullable(text),
        enabledForDualWrite: optionalFlag,
        active: optionalFlag,
        defaultOwningTeamId: z.nullable(text),
      }),
    ),
    legalEntities: z.array(z.object({ code: text, name: optionalText })),
    businessUnits: z.array(z.object({ id: text, name: text, parentId: z.nullable(text) })),
    teams: z.array(
      z.object({
        id: text,
        name: text,
        businessUnitId: text,
        isDefault: z.boolean(),
        type: z.nullish(z.enum(['owner', 'access', 'security-group', 'office-group'])),
        roles: z.nullish(z.array(role)),
      }),
    ),
    runtimeConfigurations: z.array(
      z.object({
        id: text,
        dataverseTable: text,
        finopsEntity: text,
        projectName: optionalText,
        mapVersion: optionalText,
        active: optionalFlag,
      }),
    ),
    projectConfigurations: z.array(
      z.object({
        projectName: text,
        finopsEntity: text,
        dataverseTable: text,
        externalUrl: text,
        status: optionalText,
        deleted: optionalFlag,
      }),
    ),
    fieldConfigurations: z.array(z.object({ projectName: text })),
    entityMaps: z.array(
      z.object({
        name: text,
        finopsEntity: text,
        dataverseTable: text,
        projectName: optionalText,
        state: mapState,
        version: optionalText,
        publisher: optionalText,
        dependsOn: z.nullish(z.array(text)),
        requires: z.nullish(z.array(z.object({ solution: text, version: text }))),
        requiresApplication: optionalText,
      }),
    ),
    syncErrors: z.array(
      z.object({
        id: text,
        integrationJob: text,
        entity: text,
        dataSource: optionalText,
        uniqueKey: optionalText,
        company: optionalText,
        code: optionalText,
        message: optionalText,
        category: z.enum(['application', 'system', 'concurrency', 'conflict', 'unknown']),
        createdOn: text,
      }),
    ),
    integrationJobs: z.array(
      z.object({ name: text, status: z.enum(['active', 'inactive', 'unknown']), queuedRequests: z.nullish(count) }),
    ),
    alertSettings: z.array(
      z.object({
        name: text,
        enabled: z.boolean(),
        errorTypes: z.array(text),
        threshold: z.number(),
        window: z.object({ length: z.number(), unit: z.enum(['minutes', 'hours']) }),
        recipients: z.array(text),
        recipientsKnown: optionalFlag,
        action: z.enum(['none', 'pause', 'stop']),
        changedOn: optionalText,
      }),
    ),
    mapActivity: z.array(
      z.object({
        map: text,
        state: mapState,
        since: optionalText,
        lastStartedOn: optionalText,
        queuedBytes: z.nullish(count),
        catchUpErrors: z.nullish(z.array(z.object({ id: text, createdOn: text }))),
      }),
    ),
    // A saved version of a map; the texts of its two columns are exactly those of Dataverse.
    mapDefinitions: z.array(
      z.object({
        id: optionalText,
        name: text,
        displayName: optionalText,
        version: optionalText,
        publisher: optionalText,
        managed: optionalFlag,
        active: optionalFlag,
        integrationKeys: z.nullish(z.array(text)),
        mapping: optionalText,
        properties: optionalText,
      }),
    ),
    tableMetadata: z.array(
      z.object({
        side: z.enum(['dataverse', 'finops']),
        name: text,
        otherNames: z.nullish(z.array(text)),
        companySpecific: optionalFlag,
        columns: z.nullish(
          z.array(
            z.object({
              name: text,
              type: optionalText,
              required: optionalFlag,
              readOnly: optionalFlag,
              lookupTargets: z.nullish(z.array(text)),
            }),
          ),
        ),
        alternateKeys: z.nullish(z.array(z.array(text))),
        integrationKey: z.nullish(z.array(text)),
      }),
    ),
  };
}

/** The zod schema of each fact's value. */
export const factSchemas = /* @__PURE__ */ once(buildFactSchemas);

/** A fact in a snapshot: known with a value, or unknown with a reason. */
type FactEnvelopes = { readonly [Name in FactName]: z.ZodMiniType<Fact<Facts[Name]>> };

function buildFactEnvelopes(): FactEnvelopes {
  const unknown = z.object({
    status: z.literal('unknown'),
    reason: z.enum(unknownReasons),
    detail: z.optional(z.string()),
  });
  const envelope = (value: z.ZodMiniType) =>
    z.discriminatedUnion('status', [
      z.object({
        status: z.literal('known'),
        value,
        coverage: z.optional(z.enum(['complete', 'partial'])),
        detail: z.optional(z.string()),
      }),
      unknown,
    ]);
  const envelopes: { [Name in FactName]?: z.ZodMiniType } = {};
  for (const name of factNames) envelopes[name] = envelope(factSchemas()[name]);
  // Safe: factNames holds every name (a type test compares the two), and each envelope is built from its own schema.
  return envelopes as FactEnvelopes;
}

/** The zod schema of each fact in a snapshot. */
export const factEnvelopes = /* @__PURE__ */ once(buildFactEnvelopes);
