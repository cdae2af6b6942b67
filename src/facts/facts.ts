// Written by `npm run generate` from the schemas of facts.
// biome-ignore-all format: generated

/**
 * The value that each fact has when it is known. Facts name `finopsEntity` and `dataverseTable`, never Microsoft's
 * internal and external pair, whose meaning is swapped between the two sides.
 *
 * A property that may be `null` or absent is *not known* then, unless the contract's table says otherwise.
 * @public
 */
export type Facts = {
  readonly link: {
    readonly linked: boolean;
    readonly dataverseUrl?: string | null | undefined;
    readonly finopsUrl?: string | null | undefined;
    readonly legalEntities: ReadonlyArray<string>;
    readonly businessUnitId?: string | null | undefined;
    readonly defaultTeamName?: string | null | undefined;
    readonly apiHub: 'required' | 'bypassed' | 'unknown';
    readonly connectionFix?: boolean | null | undefined;
    readonly connectionIds?: ReadonlyArray<string> | null | undefined;
  };
  readonly dataverseEnvironment: {
    readonly url: string;
    readonly version?: string | null | undefined;
    readonly tenantId?: string | null | undefined;
    readonly geography?: string | null | undefined;
    readonly dynamics365Apps?: boolean | null | undefined;
  };
  readonly finopsEnvironment: {
    readonly url: string;
    readonly applicationRelease?: string | null | undefined;
    readonly applicationBuild?: string | null | undefined;
    readonly platformUpdate?: number | null | undefined;
    readonly platformBuild?: string | null | undefined;
    readonly tenantId?: string | null | undefined;
    readonly geography?: string | null | undefined;
    readonly customerManaged?: boolean | null | undefined;
  };
  readonly solutions: ReadonlyArray<{
    readonly uniqueName: string;
    readonly version: string;
    readonly managed?: boolean | null | undefined;
  }>;
  readonly applicationUsers: ReadonlyArray<{
    readonly applicationId: string;
    readonly name?: string | null | undefined;
    readonly enabled: boolean;
    readonly roles: ReadonlyArray<{
      readonly name: string;
      readonly templateId?: string | null | undefined;
    }>;
  }>;
  readonly pluginAssemblies: ReadonlyArray<{
    readonly name: string;
    readonly enabledSteps: number;
    readonly disabledSteps: number;
  }>;
  readonly tenantApplications: ReadonlyArray<{
    readonly applicationId: string;
  }>;
  readonly finopsClients: ReadonlyArray<{
    readonly clientId: string;
    readonly name?: string | null | undefined;
    readonly userId?: string | null | undefined;
    readonly userEnabled?: boolean | null | undefined;
  }>;
  readonly apiHubConnections: ReadonlyArray<{
    readonly id: string;
    readonly connector: string;
    readonly status: 'connected' | 'error' | 'unknown';
    readonly targetUrl?: string | null | undefined;
  }>;
  readonly companies: ReadonlyArray<{
    readonly id: string;
    readonly code: string | null;
    readonly name: string | null;
    readonly enabledForDualWrite?: boolean | null | undefined;
    readonly active?: boolean | null | undefined;
    readonly defaultOwningTeamId: string | null;
  }>;
  readonly legalEntities: ReadonlyArray<{
    readonly code: string;
    readonly name?: string | null | undefined;
  }>;
  readonly businessUnits: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly parentId: string | null;
  }>;
  readonly teams: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly businessUnitId: string;
    readonly isDefault: boolean;
    readonly type?: 'owner' | 'access' | 'security-group' | 'office-group' | null | undefined;
    readonly roles?: ReadonlyArray<{
      readonly name: string;
      readonly templateId?: string | null | undefined;
    }> | null | undefined;
  }>;
  readonly runtimeConfigurations: ReadonlyArray<{
    readonly id: string;
    readonly dataverseTable: string;
    readonly finopsEntity: string;
    readonly projectName?: string | null | undefined;
    readonly mapVersion?: string | null | undefined;
    readonly active?: boolean | null | undefined;
  }>;
  readonly projectConfigurations: ReadonlyArray<{
    readonly projectName: string;
    readonly finopsEntity: string;
    readonly dataverseTable: string;
    readonly externalUrl: string;
    readonly status?: string | null | undefined;
    readonly deleted?: boolean | null | undefined;
  }>;
  readonly fieldConfigurations: ReadonlyArray<{
    readonly projectName: string;
  }>;
  readonly entityMaps: ReadonlyArray<{
    readonly name: string;
    readonly finopsEntity: string;
    readonly dataverseTable: string;
    readonly projectName?: string | null | undefined;
    readonly state: 'not-running' | 'initializing' | 'running' | 'paused' | 'resuming' | 'stopped' | 'unknown';
    readonly version?: string | null | undefined;
    readonly publisher?: string | null | undefined;
    readonly dependsOn?: ReadonlyArray<string> | null | undefined;
    readonly requires?: ReadonlyArray<{
      readonly solution: string;
      readonly version: string;
    }> | null | undefined;
    readonly requiresApplication?: string | null | undefined;
  }>;
  readonly syncErrors: ReadonlyArray<{
    readonly id: string;
    readonly integrationJob: string;
    readonly entity: string;
    readonly dataSource?: string | null | undefined;
    readonly uniqueKey?: string | null | undefined;
    readonly company?: string | null | undefined;
    readonly code?: string | null | undefined;
    readonly message?: string | null | undefined;
    readonly category: 'application' | 'system' | 'concurrency' | 'conflict' | 'unknown';
    readonly createdOn: string;
  }>;
  readonly integrationJobs: ReadonlyArray<{
    readonly name: string;
    readonly status: 'active' | 'inactive' | 'unknown';
    readonly queuedRequests?: number | null | undefined;
  }>;
  readonly alertSettings: ReadonlyArray<{
    readonly name: string;
    readonly enabled: boolean;
    readonly errorTypes: ReadonlyArray<string>;
    readonly threshold: number;
    readonly window: {
      readonly length: number;
      readonly unit: 'minutes' | 'hours';
    };
    readonly recipients: ReadonlyArray<string>;
    readonly recipientsKnown?: boolean | null | undefined;
    readonly action: 'none' | 'pause' | 'stop';
    readonly changedOn?: string | null | undefined;
  }>;
  readonly mapActivity: ReadonlyArray<{
    readonly map: string;
    readonly state: 'not-running' | 'initializing' | 'running' | 'paused' | 'resuming' | 'stopped' | 'unknown';
    readonly since?: string | null | undefined;
    readonly lastStartedOn?: string | null | undefined;
    readonly queuedBytes?: number | null | undefined;
    readonly catchUpErrors?: ReadonlyArray<{
      readonly id: string;
      readonly createdOn: string;
    }> | null | undefined;
  }>;
  readonly mapDefinitions: ReadonlyArray<{
    readonly id?: string | null | undefined;
    readonly name: string;
    readonly displayName?: string | null | undefined;
    readonly version?: string | null | undefined;
    readonly publisher?: string | null | undefined;
    readonly managed?: boolean | null | undefined;
    readonly active?: boolean | null | undefined;
    readonly integrationKeys?: ReadonlyArray<string> | null | undefined;
    readonly mapping?: string | null | undefined;
    readonly properties?: string | null | undefined;
  }>;
  readonly tableMetadata: ReadonlyArray<{
    readonly side: 'dataverse' | 'finops';
    readonly name: string;
    readonly otherNames?: ReadonlyArray<string> | null | undefined;
    readonly companySpecific?: boolean | null | undefined;
    readonly columns?: ReadonlyArray<{
      readonly name: string;
      readonly type?: string | null | undefined;
      readonly required?: boolean | null | undefined;
      readonly readOnly?: boolean | null | undefined;
      readonly lookupTargets?: ReadonlyArray<string> | null | undefined;
    }> | null | undefined;
    readonly alternateKeys?: ReadonlyArray<ReadonlyArray<string>> | null | undefined;
    readonly integrationKey?: ReadonlyArray<string> | null | undefined;
  }>;
};

/**
 * The name of a fact.
 * @public
 */
export type FactName = keyof Facts;
