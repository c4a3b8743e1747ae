/** When two addresses name one page. */

/** Parameters that say how a reader came, not what page it is. */
const TRACKING =
  /^(?:utm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|igshid|igsh|twclid|ttclid|mc_cid|mc_eid|_ga|_gl|ref|ref_src|ref_url|referrer|source|src|cmpid?|ocid|ito|icid|ns_mchannel|ns_source|ns_campaign|ns_linkname|at_.*|pk_.*|smid|smtyp|spm|share|sharetype|socialflow|wt\.mc_id|xtor|amp|outputtype|output|print|view_as)$/i;
/** Of a front or a list these tell which part of it, not which page. */
const PART_OF_LIST = /^(?:page|paged|offset|start|lang|hl|q|query|s|search|sort|view|tab|date)$/i;
/** The page itself in another dress. */
const HOST_DRESS = /^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)/;
const PATH_DRESS = /\/(?:amp|index\.(?:html?|php|aspx?)|default\.aspx?)$/i;
/** A capture of a page is that page. */
const CAPTURE = /^https?:\/\/web\.archive\.org\/web\/\d{4,14}(?:[a-z]{2}_)?\/(?=https?:\/\/)/i;
/** Fronts and lists: what stands at these changes from day to day. */
const FRONT =
  /^(?:index|home|homepage|news|latest|latest-news|breaking-news|world|world-news|international|politics|business|opinion|comment|sport|culture|uk|uk-news|us|us-news|usa|ukraine|russia|europe|asia|africa|americas|war|live|stories|articles|blog|press|press-releases|media|media-cent(?:re|er)|newsroom|statements|speeches|briefing-room|archive|rss|feed|feeds|atom|[a-z]{2}(?:[-_][a-z]{2})?)(?:\.(?:html?|xml|php|aspx?|json))?$/i;
const LIST =
  /\/(?:search|tags?|categor(?:y|ies)|topics?|sections?|authors?|profile|page|rss|feeds?)(?:\/|$)/i;
const MAX_CHARACTERS = 2_000;

/**
 * The page that a web address names, in one form for all its spellings: without scheme, `www.` or
 * another dress of the host, default port, trailing slash, fragment and parameters that only say
 * how a reader came; what is left of the parameters in order. Null for what is no web address, and
 * for one that names no page of its own: a site's front, a section or a list, which many articles
 * may give as their source.
 */
export function pageAddressOf(address: string | null): string | null {
  if (!address || address.length > MAX_CHARACTERS) return null;
  const url = parse(address.trim().replace(CAPTURE, ""));
  if (!url) return null;
  const path = withoutDress(url.pathname);
  const parameters = identifyingParameters(url.searchParams);
  if (isList(path)) return null;
  if (isFront(path) && parameters.every(([name]) => PART_OF_LIST.test(name))) return null;
  const query = new URLSearchParams(parameters).toString();
  const port = url.port && !["80", "443"].includes(url.port) ? `:${url.port}` : "";
  return `${url.hostname.replace(HOST_DRESS, "").replace(/\.$/, "")}${port}${path}${query && `?${query}`}`;
}

function parse(address: string): URL | null {
  const url = URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? url : null;
}

/** Without what dresses the page up, and with letters escaped in one way. */
function withoutDress(pathname: string): string {
  const plain = pathname.replace(/\/{2,}/g, "/").replace(/\/+$/, "");
  const path = plain.replace(PATH_DRESS, "");
  try {
    return encodeURI(decodeURI(path));
  } catch {
    return path;
  }
}

function identifyingParameters(parameters: URLSearchParams): [string, string][] {
  const kept = [...parameters].filter(([name, value]) => !TRACKING.test(name) && value !== "");
  return kept.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
}

function isFront(path: string): boolean {
  return path
    .split("/")
    .filter(Boolean)
    .every((part) => FRONT.test(part));
}

function isList(path: string): boolean {
  // A long last part is a title, whatever it stands under: `/topics/ukraine/what-the-deal-says`.
  const isTitled = /\d|(?:-[^-]+){2}/.test(path.split("/").at(-1) ?? "");
  return LIST.test(path) && !isTitled;
}
