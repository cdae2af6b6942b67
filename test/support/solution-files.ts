import { type ZipFile, zip } from './zip.js';

/** What {@link solutionZip} may be told. */
export interface SolutionDetails {
  readonly uniqueName?: string;
  readonly version?: string;
  /** As the manifest writes it. */
  readonly managed?: string;
  readonly publisher?: string;
  readonly prefix?: string;
  /** `msdyn_DualWriteCore (1.0.6)` */
  readonly requires?: readonly string[];
  readonly manifest?: string;
  readonly customizations?: string;
  readonly more?: readonly ZipFile[];
}

/** A solution in the form in which environments export them. */
export function solutionZip(rows: readonly object[], details: SolutionDetails = {}): Uint8Array {
  return zip(solutionFiles(rows, details));
}

export function solutionFiles(rows: readonly object[], details: SolutionDetails = {}): readonly ZipFile[] {
  return [
    { name: 'customizations.xml', content: details.customizations ?? customizations(rows) },
    { name: 'solution.xml', content: details.manifest ?? manifest(details) },
    {
      name: '[Content_Types].xml',
      content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types" />',
    },
    ...(details.more ?? []),
  ];
}

export function manifest({
  uniqueName = 'ContosoMaps',
  version = '1.0.0.1',
  managed = '1',
  publisher = 'contosopublisher',
  prefix = 'contoso',
  requires = ['msdyn_DualWriteCore (1.0.6)'],
}: SolutionDetails = {}): string {
  return `\ufeff<?xml version="1.0" encoding="utf-8"?>
<ImportExportXml version="9.1.0.15638" SolutionPackageVersion="9.1" languagecode="1033" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <SolutionManifest>
    <UniqueName>${uniqueName}</UniqueName>
    <LocalizedNames><LocalizedName description="Maps of ${uniqueName}" languagecode="1033" /></LocalizedNames>
    <Descriptions />
    <Version>${version}</Version>
    <Managed>${managed}</Managed>
    <Publisher>
      <UniqueName>${publisher}</UniqueName>
      <LocalizedNames><LocalizedName description="Contoso Ltd" languagecode="1033" /></LocalizedNames>
      <EMailAddress xsi:nil="true"></EMailAddress>
      <CustomizationPrefix>${prefix}</CustomizationPrefix>
      <Addresses><Address><Name xsi:nil="true"></Name></Address></Addresses>
    </Publisher>
    <RootComponents><RootComponent type="1" schemaName="msdyn_dualwriteentitymap" behavior="1" /></RootComponents>
    <MissingDependencies>${requires
      .map(
        (solution) => `
      <MissingDependency>
        <Required key="0" type="1" schemaName="msdyn_dualwriteentitymap" displayName="Table Map" solution="${solution}" />
        <Dependent key="0" type="1" schemaName="msdyn_dualwriteentitymap" displayName="Table Map" />
      </MissingDependency>`,
      )
      .join('')}
    </MissingDependencies>
  </SolutionManifest>
</ImportExportXml>`;
}

/** The node of connection between columns of Dataverse, `EntityMaps`, has nothing to do with table maps. */
export function customizations(rows: readonly object[]): string {
  return `\ufeff<?xml version="1.0" encoding="utf-8"?>
<ImportExportXml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <Entities><Entity><Name LocalizedName="Table Map">msdyn_dualwriteentitymap</Name></Entity></Entities>
  <EntityMaps><EntityMap><EntitySource>account</EntitySource><EntityTarget>contact</EntityTarget></EntityMap></EntityMaps>
  <msdyn_dualwriteentitymaps>${rows.map(mapElement).join('')}
  </msdyn_dualwriteentitymaps>
  <Languages><Language>1033</Language></Languages>
</ImportExportXml>`;
}

/** A row as an element with its columns as elements, its id as an attribute. */
export function mapElement(row: object): string {
  const { msdyn_dualwriteentitymapid: id = '', ...columns } = row as Readonly<Record<string, unknown>>;
  const elements = Object.entries(columns).map(([name, value]) => `<${name}>${xml(String(value))}</${name}>`);
  return `<msdyn_dualwriteentitymap msdyn_dualwriteentitymapid="${xml(String(id))}">${elements.join('')}</msdyn_dualwriteentitymap>`;
}

/** Text in XML; line ends that are not its own are kept too. */
export function xml(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
