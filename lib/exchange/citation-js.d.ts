/** The part of citation-js that the archive uses; its packages bring no types of their own. */
declare module "@citation-js/core" {
  export class Cite {
    constructor(items: readonly object[]);
    format(as: "bibtex" | "ris"): string;
  }
  export const plugins: {
    config: {
      get(name: "@bibtex"): { format: { useIdAsLabel: boolean; asciiOnly: boolean } };
    };
  };
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
