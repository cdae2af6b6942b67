import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnosis/index.js';
import { type LabeledMessage, labeledMessages } from './labeled-messages.js';
import { pasted } from './pasted.js';

/*
 * Translations that are recognized are among the labeled messages. Here are those that are not: nothing in them is left of the
 * message but its meaning, or what is left is shared by several errors.
 */
const withoutMarks = readFileSync(new URL('./translations-without-marks.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as LabeledMessage);

const ids = (text: string) => diagnose(text).map(({ id }) => id);

const translated = labeledMessages.filter(({ lang }) => lang !== undefined);
test.each(translated)('$lang, $topic: $text', ({ text, topic }) => expect(ids(text)[0] ?? 'nothing').toBe(topic));

test.each(withoutMarks)('$lang, $topic: nothing is claimed', ({ text }) => {
  for (const paste of Object.values(pasted)) expect(ids(paste(text))).toEqual([]);
});

// cspell:disable
const map = 'DWM-00000000-0000-4000-8000-381143274680-00000000-0000-4000-8000-110460785577';
const record = 'Schreibvorgang für Entität „Customers V3“ mit unbekannter Ausnahme fehlgeschlagen';
const plugIn =
  'Unerwartete Ausnahme vom Plug-In (Ausführen): Microsoft.Dynamics.Integrator.DualWriteRuntime.Plugins.PostCommitPlugin: System.Exception: Entitätskonto konnte nicht verarbeitet werden';

test('in capitals, too', () => {
  const text = 'Finanz- und Betriebs-Apps Umgebung contoso-uat01aos.cloudax.dynamics.com ist nicht auffindbar.';
  expect(ids(text.toUpperCase())).toEqual(['environment-not-discoverable']);
});

/** Errors that share what translation leaves alone with a known one, and what may be said about them. */
describe('another error with the same marks', () => {
  test.each<[what: string, text: string, said: readonly string[]]>([
    [
      'a rule of a plug-in',
      'Daten können nicht in die Entität msdyn_vendors geschrieben werden. Schreibvorgänge in VendVendorV2Entity schlugen mit der Fehlermeldung „Anfrage fehlgeschlagen mit Statuscode BadRequest und CDS-Fehlercode: 0x80040265“ Antwortnachricht: Im Plug-In ist ein Fehler aufgetreten. Der Kreditor ist gesperrt.',
      ['dataverse-plugin-business-rule'],
    ],
    [
      'a unit with a reason',
      'Daten können nicht in die Entität uoms geschrieben werden. Schreibvorgänge in UnitOfMeasureEntity schlugen mit folgender Meldung fehl: Das Symbol in uoms ist zu lang.',
      [],
    ],
    ['a number', `"RecordError0":"${record} – Nummer CRM-000123 hat nicht das Format US-######"}`, ['finops-refused']],
    ['a field', `"RecordError0":"${record} – Das Feld „Name“ muss ausgefüllt werden"}`, ['finops-refused']],
    [
      'a field that is called Organization',
      `"RecordError0":"Write failed for entity Customers V3 with unknown exception - Field 'Organization' must be filled in."}`,
      ['inbound-validation-failed'],
    ],
    ['a time-out', `${plugIn} – (Der Vorgang hat das Zeitlimit überschritten)`, ['finops-refused']],
    [
      'a connection that was closed',
      `${plugIn} – (Die zugrunde liegende Verbindung wurde geschlossen: Unerwarteter Fehler beim Senden.)`,
      ['finops-refused'],
    ],
    [
      'a map that is not there',
      `Plugin-Registrierung fehlgeschlagen: [(Partitionszuordnung für Projekt ${map} kann nicht abgerufen werden. Fehler: Projekt ${map} wurde nicht gefunden)]`,
      [],
    ],
    ['two tables', 'Die Tabellen „DirOrganization“ und „DirPerson“ sind leer.', []],
    ['two tables, in French', 'Les tables « DirOrganization » et « DirPerson » sont vides.', []],
    ['a question', 'Wo steht SecureConfig in CRM (online)?', []],
    [
      'a response with a code',
      '{"entityName":"CustCustomerV3Entity","executionStatus":2,"recordResponses":[{"errorMessage":"Anforderung für CustCustomerV3Entity mit Statuscode BadRequest und CDS-Fehlercode: 0x80040265 fehlgeschlagen","verboseError":"Die URI ist zu lang"}]}',
      ['dataverse-plugin-business-rule'],
    ],
    [
      'a payload for another reason',
      '{"entityName":"CustCustomerV3Entity","executionStatus":2,"recordResponses":[{"errorMessage":"Nutzdaten für die Entität CustCustomerV3Entity können nicht generiert werden","verboseError":"Der Wert darf nicht NULL sein."}]}',
      ['dataverse-refused'],
    ],
    [
      'a lookup in another table',
      'Daten können nicht in die Entität msdyn_vendors geschrieben werden. msdyn_vendorgroups mit Werten {10} können nicht gesucht werden. Schreibvorgänge in msdyn_vendors schlugen fehl: (400) Ungültige Anforderung.',
      ['live-sync-reference-data-missing'],
    ],
    [
      'a value in another program',
      'Fehler in Contoso.Api: Microsoft.OData.ODataException: Das Literal „abc“ kann nicht in den erwarteten Typ „Edm.Int32“ konvertiert werden. bei Contoso.Api.ProductsController',
      [],
    ],
    [
      'a slow environment',
      'Die Umgebung der Finanz- und Betriebs-Apps contoso-uat01aos.cloudax.dynamics.com ist langsam.',
      [],
    ],
    ['an address that is not found', 'Der Auftrag ist in contoso-uat01aos.cloudax.dynamics.com nicht auffindbar.', []],
    [
      'an import',
      '([Ungültige Anforderung], Der Remoteserver hat einen Fehler zurückgegeben: (400) Ungültige Anforderung.), beim AX-Import ist ein Fehler aufgetreten',
      [],
    ],
    [
      'a list of solutions',
      'Wir haben Dynamics 365 for Sales mit Dynamics365Company 2.2.2.5, Dynamics365FinanceExtended 2.2.2.98 und FieldServiceCommon 1.0.0.134 installiert.',
      [],
    ],
    ['an update', 'Dynamics 365 for Sales: Lösung "Dynamics365Company" von 2.0.2.10 auf 2.0.2.12 aktualisiert.', []],
    [
      'another 403',
      'Antwortstatuscode: 403 (TokenExchange) bei CreateDualWriteConnectionSetAsync',
      ['link-tokenexchange-forbidden'],
    ],
    [
      'a code without its status',
      '{"error":{"code":"0x80072560","message":"Der Benutzer ist kein Mitglied der Organisation."}}',
      [],
    ],
  ])('%s', (_what, text, said) => expect(ids(text)).toEqual(said));
});
