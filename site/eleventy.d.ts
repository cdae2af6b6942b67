/** The part of Eleventy that the build of the site uses; the package has no types. */
declare module '@11ty/eleventy' {
  export interface Configuration {
    setUseGitIgnore(isUsed: boolean): void;
    setIncludesDirectory(path: string): void;
    setTemplateFormats(formats: readonly string[]): void;
    setLibrary(format: string, library: { render(text: string): string }): void;
    addExtension(extension: string, options: { readonly key: string }): void;
    addGlobalData(name: string, value: unknown): void;
    addTemplate(path: string, content: string, data: object): void;
    addPreprocessor(
      name: string,
      format: string,
      change: (data: { readonly page: { readonly inputPath: string } }) => string | false,
    ): void;
  }

  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: { readonly quietMode: boolean; config(configuration: Configuration): void },
    );
    write(): Promise<unknown>;
  }
}
