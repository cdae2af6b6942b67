import type { NonEmptyTuple } from 'type-fest';
import type { Link, Performer, Source } from '../rules/remediation/remediation.js';

/** What a code of Dataverse means. */
export interface DataverseErrorCode {
  /** As the public list names it; none for a code that the list lacks and the service has. */
  readonly name?: string;
  /** The topic of this problem, if there is one. */
  readonly topic?: string;
  readonly meaning: string;
  /** Who can act, where that is not the administrators of both sides. */
  readonly performedBy?: Readonly<NonEmptyTuple<Performer>>;
}

/** The public list of codes, as of the day on which these were compared with it. */
export const webServiceErrorCodes: Source = { title: 'Web service error codes', date: '2023-08-15' };

export const listOfErrorCodes: Link = {
  title: 'Web service error codes',
  url: 'https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes',
};

const dataverse = ['dataverse-system-administrator'] as const;
const finops = ['finops-system-administrator'] as const;
const mapping = ['finops-system-administrator', 'system-customizer'] as const;

const reference = 'live-sync-reference-data-missing';
const privilege = 'privilege-missing-owning-team';
const duplicate = 'dataverse-duplicate-key';
const rule = 'dataverse-plugin-business-rule';
const timedOut = 'dataverse-timed-out';
const throttled = 'throttled-dataverse';

const otherCurrency = 'records that belong together have different currencies.';

/**
 * The codes that creating, changing or deleting a record can end with. Codes that can mean anything are left out.
 *
 * Source: {@link webServiceErrorCodes}.
 */
export const dataverseErrorCodes: ReadonlyMap<string, DataverseErrorCode> = /* @__PURE__ */ new Map<
  string,
  DataverseErrorCode
>([
  // Records that the record refers to
  ['0x80040217', { name: 'ObjectDoesNotExist', topic: reference, meaning: 'a record does not exist.' }],
  ['0x80060891', { name: 'RecordNotFoundByEntityKey', topic: reference, meaning: 'no record has these key values.' }],
  [
    '0x8006089d',
    {
      name: 'MultipleRecordsFoundByEntityKey',
      meaning: 'more than one record has the key values by which the record is looked up.',
      performedBy: dataverse,
    },
  ],
  [
    '0x80060890',
    {
      name: 'EntityKeyNotDefined',
      meaning: 'the columns by which the record is looked up are not an alternate key of the table.',
      performedBy: mapping,
    },
  ],
  ['0x80040206', { name: 'InvalidParentId', meaning: 'the parent record is missing or not valid.' }],
  ['0x80040517', { name: 'CustomerIsInactive', meaning: 'the customer that the record belongs to is inactive.' }],
  ['0x80040352', { name: 'DuplicateLookupFound', meaning: 'the value of a lookup fits more than one record.' }],
  [
    '0x80045908',
    {
      name: 'unManagedidscustomentitywouldcreateloop',
      meaning: 'a record would become its own parent, directly or through others.',
    },
  ],
  ['0x80040507', { name: 'AccountLoopBeingCreated', meaning: 'an account would become its own parent.' }],
  // Duplicates
  ['0x80040237', { name: 'DuplicateRecord', topic: duplicate, meaning: 'a record with these key values exists.' }],
  ['0x80060892', { name: 'DuplicateRecordEntityKey', topic: duplicate, meaning: 'a record with this key exists.' }],
  ['0x80040333', { name: 'DuplicateRecordsFound', topic: duplicate, meaning: 'a duplicate detection rule found one.' }],
  ['0x80073002', { name: 'CrmSQLUniqueIndexOrConstraintViolation', topic: duplicate, meaning: 'the value is taken.' }],
  ['0x8004022a', { name: 'BusinessManagementObjectAlreadyExists', topic: duplicate, meaning: 'the record exists.' }],
  // Privileges, users and owners
  ['0x80040220', { name: 'PrivilegeDenied', topic: privilege, meaning: 'a privilege is missing.' }],
  ['0x80048306', { name: 'unManagedIdsAccessDenied', topic: privilege, meaning: 'a privilege is missing.' }],
  ['0x80040231', { name: 'PrincipalPrivilegeDenied', topic: privilege, meaning: 'the owner lacks a privilege.' }],
  [
    '0x80040299',
    { name: 'TargetPrincipalLacksReadPrivilege', topic: privilege, meaning: 'the owner may not read it.' },
  ],
  [
    '0x80072560',
    { name: 'UserNotMemberOfOrg', topic: 'user-not-member-of-organization', meaning: 'the user is unknown here.' },
  ],
  [
    '0x80040225',
    {
      name: 'unManagedidsusernotenabled',
      meaning: 'the user that writes is disabled or belongs to no business unit.',
      performedBy: dataverse,
    },
  ],
  [
    '0x8004f502',
    {
      name: 'AttributePrivilegeCreateIsMissing',
      meaning: 'a column is secured, and the user that writes may not fill it: a column security profile decides that.',
      performedBy: dataverse,
    },
  ],
  [
    '0x8004f507',
    {
      name: 'AttributePermissionUpdateIsMissingDuringUpdate',
      meaning:
        'a column is secured, and the user that writes may not change it: a column security profile decides that.',
      performedBy: dataverse,
    },
  ],
  [
    '0x80040229',
    { name: 'InvalidOwnerID', meaning: 'the owner of the record is missing or not valid.', performedBy: dataverse },
  ],
  [
    '0x8004022b',
    { name: 'unManagedidsownernotenabled', meaning: 'the owner of the record is disabled.', performedBy: dataverse },
  ],
  [
    '0x80048340',
    {
      name: 'CannotAssignToAccessTeam',
      meaning: 'the owner is an access team, and only owner teams can own records.',
      performedBy: dataverse,
    },
  ],
  ['0x8004032c', { name: 'BusinessNotEnabled', meaning: 'the business unit is disabled.', performedBy: dataverse }],
  [
    '0x8004032d',
    {
      name: 'CannotAssignToDisabledBusiness',
      meaning: 'the business unit of the owner is disabled.',
      performedBy: dataverse,
    },
  ],
  [
    '0x80050304',
    {
      name: 'CrmApiLicensingError',
      meaning: 'the user that writes has no license for this table.',
      performedBy: dataverse,
    },
  ],
  // Values
  [
    '0x8004431a',
    { name: 'PicklistValueOutOfRange', topic: 'value-not-in-choice', meaning: 'the choice lacks the value.' },
  ],
  ['0x8004432f', { name: 'IntegerValueOutOfRange', topic: 'value-conversion', meaning: 'the number is out of range.' }],
  ['0x80044330', { name: 'DecimalValueOutOfRange', topic: 'value-conversion', meaning: 'the number is out of range.' }],
  ['0x80044331', { name: 'StringLengthTooLong', topic: 'text-too-long', meaning: 'the text is too long.' }],
  ['0x80040200', { name: 'RequiredFieldMissing', meaning: 'a column that the table requires is empty.' }],
  [
    '0x8004203e',
    { name: 'unManagedidspropbagattributenotnullable', meaning: 'a column that must not be empty is empty.' },
  ],
  [
    '0x80040239',
    {
      name: 'InvalidDateTime',
      meaning: 'a date is written in another format, or is outside the range that Dataverse has.',
    },
  ],
  [
    '0x80040278',
    { name: 'InvalidCharactersInField', meaning: 'a text contains characters that Dataverse does not accept.' },
  ],
  ['0x8004022c', { name: 'unManagedidsdataoutofrange', meaning: 'a value is out of range.' }],
  [
    '0x80041a01',
    {
      name: 'unManagedidsxmlinvalidcreate',
      meaning: 'the map fills a column that cannot be filled when a record is created.',
      performedBy: mapping,
    },
  ],
  [
    '0x80041a02',
    {
      name: 'unManagedidsxmlinvalidupdate',
      meaning: 'the map fills a column that cannot be changed.',
      performedBy: mapping,
    },
  ],
  // What the request consists of
  [
    '0x80048d19',
    {
      name: 'ODataClientPayloadError',
      meaning:
        'Dataverse cannot read what was sent. If the message names an undeclared property, the map writes a column that the table does not have; else a value does not fit its column.',
      performedBy: mapping,
    },
  ],
  [
    '0x80060888',
    {
      meaning: 'Dataverse cannot read a column or an expression, mostly because it does not exist.',
      performedBy: mapping,
    },
  ],
  [
    '0x8006088a',
    {
      name: 'CrmHttpError',
      meaning:
        'the web service failed. If the message says that the resource was not found for a segment, the table does not exist in this environment.',
      performedBy: mapping,
    },
  ],
  ['0x8004418a', { name: 'RequestLengthTooLarge', meaning: 'the request is too large.', performedBy: finops }],
  // The state of the record
  ['0x80040230', { name: 'CannotUpdateObjectBecauseItIsInactive', meaning: 'the record in Dataverse is inactive.' }],
  ['0x8004022e', { name: 'CannotUpdateBecauseItIsReadOnly', meaning: 'the record in Dataverse is read-only.' }],
  ['0x80040228', { name: 'CannotDeleteAsItIsReadOnly', meaning: 'the record in Dataverse is read-only.' }],
  [
    '0x80040227',
    { name: 'CannotDeleteDueToAssociation', meaning: 'other records in Dataverse refer to the one to delete.' },
  ],
  [
    '0x8004032b',
    {
      name: 'CannotDeleteAsBackgroundOperationInProgress',
      meaning: 'a background job uses the record, so it cannot be deleted now.',
    },
  ],
  ['0x80040233', { name: 'InvalidState', meaning: 'the record is not in a state that allows this.' }],
  [
    '0x80048408',
    { name: 'InvalidStateCodeStatusCode', meaning: 'the status, or the status reason for this status, is not valid.' },
  ],
  [
    '0x80060882',
    {
      name: 'ConcurrencyVersionMismatch',
      meaning: 'somebody else changed the record in the meantime.',
      performedBy: finops,
    },
  ],
  ['0x80040516', { name: 'OpportunityCannotBeClosed', meaning: 'the opportunity cannot be closed.' }],
  // Rules
  ['0x80040265', { name: 'IsvAborted', topic: rule, meaning: 'a plug-in stopped the request.' }],
  ['0x80040224', { name: 'IsvUnExpected', topic: rule, meaning: 'a plug-in failed.' }],
  ['0x80048cea', { name: 'CurrencyNotEqual', topic: rule, meaning: otherCurrency }],
  ['0x80048ced', { name: 'SalesOrderAndInvoiceCurrencyNotEqual', topic: rule, meaning: otherCurrency }],
  ['0x80048cee', { name: 'QuoteAndSalesOrderCurrencyNotEqual', topic: rule, meaning: otherCurrency }],
  ['0x80048cef', { name: 'RecordAndOpportunityCurrencyNotEqual', topic: rule, meaning: otherCurrency }],
  ['0x80048cf6', { name: 'RecordAndPricelistCurrencyNotEqual', topic: rule, meaning: otherCurrency }],
  ['0x80048cf8', { name: 'DiscountTypeAndPriceLevelCurrencyNotEqual', topic: rule, meaning: otherCurrency }],
  ['0x80048cf9', { name: 'InvalidPriceLevelCurrencyForPricingMethod', topic: rule, meaning: otherCurrency }],
  ['0x80048cfa', { name: 'CannotUpdateProductCurrency', topic: rule, meaning: 'price list items use the currency.' }],
  [
    '0x80048cfb',
    { name: 'CurrencyCannotBeNullDueToNonNullMoneyFields', topic: rule, meaning: 'the currency is empty.' },
  ],
  ['0x80048cfc', { name: 'InvalidCurrency', topic: rule, meaning: 'the currency is not valid.' }],
  ['0x80048cfd', { name: 'InvalidExchangeRate', topic: rule, meaning: 'the exchange rate is not valid.' }],
  ['0x80048cf3', { name: 'DuplicateIsoCurrencyCode', topic: rule, meaning: 'a currency with this code exists.' }],
  ['0x80048479', { name: 'CannotUpdateOpportunityCurrency', topic: rule, meaning: 'the opportunity has products.' }],
  ['0x8004480e', { name: 'CannotUpdateQuoteCurrency', topic: rule, meaning: 'the quote has products.' }],
  ['0x80043b08', { name: 'DuplicateProductPriceLevel', topic: rule, meaning: 'the product and unit have a price.' }],
  ['0x80043b0b', { name: 'InvalidBaseUnit', topic: rule, meaning: 'the base unit is not in the unit group.' }],
  ['0x80043b16', { name: 'UnitNotInSchedule', topic: rule, meaning: 'the unit is not in the unit group.' }],
  ['0x80100010', { name: 'PriceListIsMandatory', topic: rule, meaning: 'the price list is empty.' }],
  ['0x8004f995', { name: 'ProductCanOnlyBeUpdatedInDraft', topic: rule, meaning: 'the product is not a draft.' }],
  // Time, load and room
  ['0x80044151', { name: 'unManagedidssqltimeouterror', topic: timedOut, meaning: 'the database took too long.' }],
  ['0x8004ed47', { name: 'AppLockTimeout', topic: timedOut, meaning: 'a lock was not free in time.' }],
  ['0x80048554', { name: 'SelfBlockedCauseTimeout', topic: timedOut, meaning: 'the database was blocked too long.' }],
  ['0x80048d07', { name: 'IsvAbortedRequestTimeout', topic: timedOut, meaning: 'a plug-in took too long.' }],
  ['0x80048d10', { name: 'IsvAbortedGatewayTimeout', topic: timedOut, meaning: 'a plug-in took too long.' }],
  ['0x80044171', { name: 'SandboxClientPluginTimeout', topic: timedOut, meaning: 'a plug-in took too long.' }],
  ['0x80044172', { name: 'SandboxHostPluginTimeout', topic: timedOut, meaning: 'a plug-in took too long.' }],
  ['0x80044173', { name: 'SandboxWorkerPluginTimeout', topic: timedOut, meaning: 'a plug-in took too long.' }],
  ['0x80081111', { name: 'SandboxWorkerPluginExecuteTimeout', topic: timedOut, meaning: 'a plug-in took too long.' }],
  ['0x80072321', { name: 'ThrottlingTimeExceededError', topic: throttled, meaning: 'too much work at a time.' }],
  ['0x80072322', { name: 'ThrottlingBurstRequestLimitExceededError', topic: throttled, meaning: 'too many requests.' }],
  ['0x80072326', { name: 'ThrottlingConcurrencyLimitExceededError', topic: throttled, meaning: 'too many at a time.' }],
  ['0x8004023e', { name: 'OpenCrmDBConnection', topic: 'dataverse-server-error', meaning: 'Dataverse failed inside.' }],
  [
    '0x8004a001',
    {
      name: 'CrmSqlGovernorDatabaseRequestDenied',
      meaning: 'Dataverse is busy: try again later.',
      performedBy: finops,
    },
  ],
  [
    '0x80050401',
    {
      name: 'ExceedEnvironmentCapacity',
      meaning: 'the environment has used up its storage.',
      performedBy: ['tenant-administrator'],
    },
  ],
  [
    '0x80050402',
    {
      name: 'ExceedTenantCapacity',
      meaning: 'the tenant has used up its storage.',
      performedBy: ['tenant-administrator'],
    },
  ],
]);
