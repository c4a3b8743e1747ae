/** What every page says of the archive in its head, whichever of Next's routers makes it. */
export const SITE = {
  name: "The Diplomacy Archive",
  description:
    "A public, searchable, citable archive of news on the diplomacy between the United Kingdom, the United States and Ukraine.",
  locale: "en_GB",
  language: "en-GB",
} as const;

/** The page's ground, so that a browser's own frame matches it. */
export const THEME_COLORS = [
  { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
  { media: "(prefers-color-scheme: dark)", color: "#141412" },
] as const;
