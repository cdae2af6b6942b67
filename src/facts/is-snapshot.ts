// Written by `npm run generate`.
// biome-ignore-all format: generated
// biome-ignore-all lint/suspicious/noExplicitAny: narrowed step by step
import type { Snapshot } from './snapshot.js';

/** Whether the input is already a snapshot: what the zod schema of snapshots accepts, extra properties included. */
export function isSnapshot(input: any): input is Snapshot {
  return is81(input);
}

function is1(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.name === 'string');
}

function is2(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(typeof value[index] === 'string')) return false;
  return true;
}

function is3(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.linked === 'boolean') && (value.dataverseUrl === undefined || (typeof value.dataverseUrl === 'string' || value.dataverseUrl === null)) && (value.finopsUrl === undefined || (typeof value.finopsUrl === 'string' || value.finopsUrl === null)) && (is2(value.legalEntities)) && (value.businessUnitId === undefined || (typeof value.businessUnitId === 'string' || value.businessUnitId === null)) && (value.defaultTeamName === undefined || (typeof value.defaultTeamName === 'string' || value.defaultTeamName === null)) && ((value.apiHub === "required" || value.apiHub === "bypassed" || value.apiHub === "unknown")) && (value.connectionFix === undefined || (typeof value.connectionFix === 'boolean' || value.connectionFix === null)) && (value.connectionIds === undefined || (is2(value.connectionIds) || value.connectionIds === null));
}

function is4(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is3(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is5(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "unknown") && ((value.reason === "not-provided" || value.reason === "not-connected" || value.reason === "not-permitted" || value.reason === "not-found" || value.reason === "timed-out" || value.reason === "aborted" || value.reason === "throttled" || value.reason === "malformed" || value.reason === "failed")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is6(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.url === 'string') && (value.version === undefined || (typeof value.version === 'string' || value.version === null)) && (value.tenantId === undefined || (typeof value.tenantId === 'string' || value.tenantId === null)) && (value.geography === undefined || (typeof value.geography === 'string' || value.geography === null)) && (value.dynamics365Apps === undefined || (typeof value.dynamics365Apps === 'boolean' || value.dynamics365Apps === null));
}

function is7(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is6(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is8(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.url === 'string') && (value.applicationRelease === undefined || (typeof value.applicationRelease === 'string' || value.applicationRelease === null)) && (value.applicationBuild === undefined || (typeof value.applicationBuild === 'string' || value.applicationBuild === null)) && (value.platformUpdate === undefined || (Number.isFinite(value.platformUpdate) || value.platformUpdate === null)) && (value.platformBuild === undefined || (typeof value.platformBuild === 'string' || value.platformBuild === null)) && (value.tenantId === undefined || (typeof value.tenantId === 'string' || value.tenantId === null)) && (value.geography === undefined || (typeof value.geography === 'string' || value.geography === null)) && (value.customerManaged === undefined || (typeof value.customerManaged === 'boolean' || value.customerManaged === null));
}

function is9(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is8(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is10(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.uniqueName === 'string') && (typeof value.version === 'string') && (value.managed === undefined || (typeof value.managed === 'boolean' || value.managed === null));
}

function is11(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is10(value[index]))) return false;
  return true;
}

function is12(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is11(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is13(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.name === 'string') && (value.templateId === undefined || (typeof value.templateId === 'string' || value.templateId === null));
}

function is14(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is13(value[index]))) return false;
  return true;
}

function is15(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.applicationId === 'string') && (value.name === undefined || (typeof value.name === 'string' || value.name === null)) && (typeof value.enabled === 'boolean') && (is14(value.roles));
}

function is16(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is15(value[index]))) return false;
  return true;
}

function is17(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is16(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is18(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.name === 'string') && (Number.isInteger(value.enabledSteps) && value.enabledSteps >= 0 && value.enabledSteps <= 9007199254740991) && (Number.isInteger(value.disabledSteps) && value.disabledSteps >= 0 && value.disabledSteps <= 9007199254740991);
}

function is19(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is18(value[index]))) return false;
  return true;
}

function is20(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is19(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is21(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.applicationId === 'string');
}

function is22(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is21(value[index]))) return false;
  return true;
}

function is23(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is22(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is24(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.clientId === 'string') && (value.name === undefined || (typeof value.name === 'string' || value.name === null)) && (value.userId === undefined || (typeof value.userId === 'string' || value.userId === null)) && (value.userEnabled === undefined || (typeof value.userEnabled === 'boolean' || value.userEnabled === null));
}

function is25(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is24(value[index]))) return false;
  return true;
}

function is26(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is25(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is27(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.id === 'string') && (typeof value.connector === 'string') && ((value.status === "connected" || value.status === "error" || value.status === "unknown")) && (value.targetUrl === undefined || (typeof value.targetUrl === 'string' || value.targetUrl === null));
}

function is28(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is27(value[index]))) return false;
  return true;
}

function is29(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is28(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is30(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.id === 'string') && ((typeof value.code === 'string' || value.code === null)) && ((typeof value.name === 'string' || value.name === null)) && (value.enabledForDualWrite === undefined || (typeof value.enabledForDualWrite === 'boolean' || value.enabledForDualWrite === null)) && (value.active === undefined || (typeof value.active === 'boolean' || value.active === null)) && ((typeof value.defaultOwningTeamId === 'string' || value.defaultOwningTeamId === null));
}

function is31(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is30(value[index]))) return false;
  return true;
}

function is32(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is31(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is33(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.code === 'string') && (value.name === undefined || (typeof value.name === 'string' || value.name === null));
}

function is34(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is33(value[index]))) return false;
  return true;
}

function is35(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is34(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is36(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.id === 'string') && (typeof value.name === 'string') && ((typeof value.parentId === 'string' || value.parentId === null));
}

function is37(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is36(value[index]))) return false;
  return true;
}

function is38(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is37(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is39(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.id === 'string') && (typeof value.name === 'string') && (typeof value.businessUnitId === 'string') && (typeof value.isDefault === 'boolean') && (value.type === undefined || ((value.type === "owner" || value.type === "access" || value.type === "security-group" || value.type === "office-group") || value.type === null)) && (value.roles === undefined || (is14(value.roles) || value.roles === null));
}

function is40(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is39(value[index]))) return false;
  return true;
}

function is41(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is40(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is42(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.id === 'string') && (typeof value.dataverseTable === 'string') && (typeof value.finopsEntity === 'string') && (value.projectName === undefined || (typeof value.projectName === 'string' || value.projectName === null)) && (value.mapVersion === undefined || (typeof value.mapVersion === 'string' || value.mapVersion === null)) && (value.active === undefined || (typeof value.active === 'boolean' || value.active === null));
}

function is43(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is42(value[index]))) return false;
  return true;
}

function is44(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is43(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is45(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.projectName === 'string') && (typeof value.finopsEntity === 'string') && (typeof value.dataverseTable === 'string') && (typeof value.externalUrl === 'string') && (value.status === undefined || (typeof value.status === 'string' || value.status === null)) && (value.deleted === undefined || (typeof value.deleted === 'boolean' || value.deleted === null));
}

function is46(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is45(value[index]))) return false;
  return true;
}

function is47(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is46(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is48(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.projectName === 'string');
}

function is49(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is48(value[index]))) return false;
  return true;
}

function is50(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is49(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is51(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.solution === 'string') && (typeof value.version === 'string');
}

function is52(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is51(value[index]))) return false;
  return true;
}

function is53(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.name === 'string') && (typeof value.finopsEntity === 'string') && (typeof value.dataverseTable === 'string') && (value.projectName === undefined || (typeof value.projectName === 'string' || value.projectName === null)) && ((value.state === "not-running" || value.state === "initializing" || value.state === "running" || value.state === "paused" || value.state === "resuming" || value.state === "stopped" || value.state === "unknown")) && (value.version === undefined || (typeof value.version === 'string' || value.version === null)) && (value.publisher === undefined || (typeof value.publisher === 'string' || value.publisher === null)) && (value.dependsOn === undefined || (is2(value.dependsOn) || value.dependsOn === null)) && (value.requires === undefined || (is52(value.requires) || value.requires === null)) && (value.requiresApplication === undefined || (typeof value.requiresApplication === 'string' || value.requiresApplication === null));
}

function is54(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is53(value[index]))) return false;
  return true;
}

function is55(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is54(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is56(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.id === 'string') && (typeof value.integrationJob === 'string') && (typeof value.entity === 'string') && (value.dataSource === undefined || (typeof value.dataSource === 'string' || value.dataSource === null)) && (value.uniqueKey === undefined || (typeof value.uniqueKey === 'string' || value.uniqueKey === null)) && (value.company === undefined || (typeof value.company === 'string' || value.company === null)) && (value.code === undefined || (typeof value.code === 'string' || value.code === null)) && (value.message === undefined || (typeof value.message === 'string' || value.message === null)) && ((value.category === "application" || value.category === "system" || value.category === "concurrency" || value.category === "conflict" || value.category === "unknown")) && (typeof value.createdOn === 'string');
}

function is57(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is56(value[index]))) return false;
  return true;
}

function is58(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is57(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is59(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.name === 'string') && ((value.status === "active" || value.status === "inactive" || value.status === "unknown")) && (value.queuedRequests === undefined || (Number.isInteger(value.queuedRequests) && value.queuedRequests >= 0 && value.queuedRequests <= 9007199254740991 || value.queuedRequests === null));
}

function is60(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is59(value[index]))) return false;
  return true;
}

function is61(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is60(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is62(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (Number.isFinite(value.length)) && ((value.unit === "minutes" || value.unit === "hours"));
}

function is63(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.name === 'string') && (typeof value.enabled === 'boolean') && (is2(value.errorTypes)) && (Number.isFinite(value.threshold)) && (is62(value.window)) && (is2(value.recipients)) && (value.recipientsKnown === undefined || (typeof value.recipientsKnown === 'boolean' || value.recipientsKnown === null)) && ((value.action === "none" || value.action === "pause" || value.action === "stop")) && (value.changedOn === undefined || (typeof value.changedOn === 'string' || value.changedOn === null));
}

function is64(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is63(value[index]))) return false;
  return true;
}

function is65(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is64(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is66(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.id === 'string') && (typeof value.createdOn === 'string');
}

function is67(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is66(value[index]))) return false;
  return true;
}

function is68(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.map === 'string') && ((value.state === "not-running" || value.state === "initializing" || value.state === "running" || value.state === "paused" || value.state === "resuming" || value.state === "stopped" || value.state === "unknown")) && (value.since === undefined || (typeof value.since === 'string' || value.since === null)) && (value.lastStartedOn === undefined || (typeof value.lastStartedOn === 'string' || value.lastStartedOn === null)) && (value.queuedBytes === undefined || (Number.isInteger(value.queuedBytes) && value.queuedBytes >= 0 && value.queuedBytes <= 9007199254740991 || value.queuedBytes === null)) && (value.catchUpErrors === undefined || (is67(value.catchUpErrors) || value.catchUpErrors === null));
}

function is69(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is68(value[index]))) return false;
  return true;
}

function is70(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is69(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is71(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.id === undefined || (typeof value.id === 'string' || value.id === null)) && (typeof value.name === 'string') && (value.displayName === undefined || (typeof value.displayName === 'string' || value.displayName === null)) && (value.version === undefined || (typeof value.version === 'string' || value.version === null)) && (value.publisher === undefined || (typeof value.publisher === 'string' || value.publisher === null)) && (value.managed === undefined || (typeof value.managed === 'boolean' || value.managed === null)) && (value.active === undefined || (typeof value.active === 'boolean' || value.active === null)) && (value.integrationKeys === undefined || (is2(value.integrationKeys) || value.integrationKeys === null)) && (value.mapping === undefined || (typeof value.mapping === 'string' || value.mapping === null)) && (value.properties === undefined || (typeof value.properties === 'string' || value.properties === null));
}

function is72(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is71(value[index]))) return false;
  return true;
}

function is73(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is72(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is74(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (typeof value.name === 'string') && (value.type === undefined || (typeof value.type === 'string' || value.type === null)) && (value.required === undefined || (typeof value.required === 'boolean' || value.required === null)) && (value.readOnly === undefined || (typeof value.readOnly === 'boolean' || value.readOnly === null)) && (value.lookupTargets === undefined || (is2(value.lookupTargets) || value.lookupTargets === null));
}

function is75(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is74(value[index]))) return false;
  return true;
}

function is76(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is2(value[index]))) return false;
  return true;
}

function is77(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && ((value.side === "dataverse" || value.side === "finops")) && (typeof value.name === 'string') && (value.otherNames === undefined || (is2(value.otherNames) || value.otherNames === null)) && (value.companySpecific === undefined || (typeof value.companySpecific === 'boolean' || value.companySpecific === null)) && (value.columns === undefined || (is75(value.columns) || value.columns === null)) && (value.alternateKeys === undefined || (is76(value.alternateKeys) || value.alternateKeys === null)) && (value.integrationKey === undefined || (is2(value.integrationKey) || value.integrationKey === null));
}

function is78(value: any): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!(is77(value[index]))) return false;
  return true;
}

function is79(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.status === "known") && (is78(value.value)) && (value.coverage === undefined || (value.coverage === "complete" || value.coverage === "partial")) && (value.detail === undefined || typeof value.detail === 'string');
}

function is80(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.link === undefined || (is4(value.link) || is5(value.link))) && (value.dataverseEnvironment === undefined || (is7(value.dataverseEnvironment) || is5(value.dataverseEnvironment))) && (value.finopsEnvironment === undefined || (is9(value.finopsEnvironment) || is5(value.finopsEnvironment))) && (value.solutions === undefined || (is12(value.solutions) || is5(value.solutions))) && (value.applicationUsers === undefined || (is17(value.applicationUsers) || is5(value.applicationUsers))) && (value.pluginAssemblies === undefined || (is20(value.pluginAssemblies) || is5(value.pluginAssemblies))) && (value.tenantApplications === undefined || (is23(value.tenantApplications) || is5(value.tenantApplications))) && (value.finopsClients === undefined || (is26(value.finopsClients) || is5(value.finopsClients))) && (value.apiHubConnections === undefined || (is29(value.apiHubConnections) || is5(value.apiHubConnections))) && (value.companies === undefined || (is32(value.companies) || is5(value.companies))) && (value.legalEntities === undefined || (is35(value.legalEntities) || is5(value.legalEntities))) && (value.businessUnits === undefined || (is38(value.businessUnits) || is5(value.businessUnits))) && (value.teams === undefined || (is41(value.teams) || is5(value.teams))) && (value.runtimeConfigurations === undefined || (is44(value.runtimeConfigurations) || is5(value.runtimeConfigurations))) && (value.projectConfigurations === undefined || (is47(value.projectConfigurations) || is5(value.projectConfigurations))) && (value.fieldConfigurations === undefined || (is50(value.fieldConfigurations) || is5(value.fieldConfigurations))) && (value.entityMaps === undefined || (is55(value.entityMaps) || is5(value.entityMaps))) && (value.syncErrors === undefined || (is58(value.syncErrors) || is5(value.syncErrors))) && (value.integrationJobs === undefined || (is61(value.integrationJobs) || is5(value.integrationJobs))) && (value.alertSettings === undefined || (is65(value.alertSettings) || is5(value.alertSettings))) && (value.mapActivity === undefined || (is70(value.mapActivity) || is5(value.mapActivity))) && (value.mapDefinitions === undefined || (is73(value.mapDefinitions) || is5(value.mapDefinitions))) && (value.tableMetadata === undefined || (is79(value.tableMetadata) || is5(value.tableMetadata)));
}

function is81(value: any): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value.schemaVersion === 1) && (is1(value.environment)) && (typeof value.takenAt === 'string' && /^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$/.test(value.takenAt)) && (is80(value.facts));
}
