/** By which prefix we know a namespace, whatever prefix a document gives it. */
const KNOWN: readonly [pattern: RegExp, prefix: string][] = [
  [/^https?:\/\/www\.w3\.org\/2005\/atom\/?$/, "atom"],
  [/^https?:\/\/purl\.org\/atom\/ns#?/, "atom"],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?/, "content"],
  [/^https?:\/\/purl\.org\/dc\/elements\//, "dc"],
  [/^https?:\/\/purl\.org\/dc\/terms\//, "dcterms"],
  [/^https?:\/\/search\.yahoo\.com\/mrss\/?$/, "media"],
  [/^https?:\/\/(?:www\.)?itunes\.com\/dtds\/podcast/, "itunes"],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#?$/, "rdf"],
  [/^https?:\/\/rssnamespace\.org\/feedburner\/ext/, "feedburner"],
  [/^https?:\/\/www\.w3\.org\/1999\/xhtml\/?$/, "xhtml"],
  [/^https?:\/\/www\.w3\.org\/2000\/svg\/?$/, "svg"],
  [/^https?:\/\/www\.w3\.org\/1998\/math\/mathml\/?$/, "mathml"],
  [/^https?:\/\/www\.w3\.org\/1999\/xlink\/?$/, "xlink"],
];
/** Namespaces of documents that we read, whose elements are known by their bare names. */
const OWN: readonly RegExp[] = [
  /^https?:\/\/purl\.org\/rss\/1\.0\/?$/,
  /^https?:\/\/purl\.org\/net\/rss1\.1#?$/,
  /^https?:\/\/(?:my|channel)\.netscape\.com\/rdf\/simple\//,
  /^https?:\/\/(?:backend\.userland\.com|blogs\.law\.harvard\.edu|cyber\.(?:law\.)?harvard\.edu)\//,
  /^https?:\/\/(?:www\.)?iptc\.org\//,
];

/**
 * The prefix that a namespace is known by; empty for those that articles and feeds are written in,
 * and for an undeclared or unknown default. An unknown namespace keeps the prefix it was given.
 */
export function canonicalPrefix(prefix: string, namespace: string | undefined): string {
  const uri = namespace?.trim().toLowerCase() ?? "";
  if (uri === "") return prefix;
  if (OWN.some((pattern) => pattern.test(uri))) return "";
  for (const [pattern, known] of KNOWN) if (pattern.test(uri)) return known;
  return prefix;
}
