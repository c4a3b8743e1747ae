/** What readers see of articles. Days are `YYYY-MM-DD`, instants ISO 8601 in UTC. */

export type OutletRef = { slug: string; name: string };
export type Verification = "to_verify" | "verified";
export type Rights = "full_text" | "extract" | "metadata_only";
export type Certainty = "suggested" | "confirmed";

/** What became of a new version of an article's page. */
export type VersionOutcome = {
  /**
   * `taken`: it is the article's text now; `proposed`: an editor is asked; `unchanged`: it says the
   * same; `kept`: it is older, or of a page merged into the article.
   */
  outcome: "taken" | "proposed" | "unchanged" | "kept";
  /** The revision that it became; null where it became none. */
  number: number | null;
};

/** An article as a line of a list; never its body. */
export type ArticleLine = {
  id: string;
  /** Its permanent address on this site: `/2025/02/27/slug`. */
  path: string;
  headline: string;
  headlineProposed: boolean;
  summary: string | null;
  publishedOn: string;
  outlet: OutletRef | null;
  verification: Verification;
};

/** As a feed lists it, with the instant of its last change in the archive. */
export type ReleasedArticleLine = ArticleLine & { updatedAt: string };

export type ArticleList = { items: ArticleLine[]; total: number };

export type ArticleCounts = {
  articles: number;
  /** First and last publication day; null while the archive is empty. */
  firstDay: string | null;
  lastDay: string | null;
};

/** `month` is `YYYY-MM`. */
export type MonthCount = { month: string; count: number };

export type Byline = { name: string; role: string | null; note: string | null };
export type MediaCredit = { credit: string; caption: string | null };
export type NamedSource = {
  publisher: string;
  title: string;
  url: string | null;
  stateMedia: boolean;
};

/** A paragraph and where it begins in the body, in UTF-16 code units. */
export type Paragraph = { text: string; startsAt: number };

export type ArticleMention = {
  actorId: string;
  name: string;
  kind: "person" | "organisation" | "country";
  country: string | null;
  /** Offices held on the article's day, as far as known. */
  offices: string[];
  /** `[startsAt, endsAt)` in the body, in UTF-16 code units. */
  startsAt: number;
  endsAt: number;
  status: Certainty;
};

/** A place where a search matches, numbered from 1 through the article; UTF-16 code units. */
export type ArticleMatch = { number: number; startsAt: number; endsAt: number };

/** Where a search matches in what readers see of an article, each part by its own places. */
export type ArticleMatches = {
  /** The search as it was typed. */
  text: string;
  headline: ArticleMatch[];
  summary: ArticleMatch[];
  body: ArticleMatch[];
  total: number;
  /** True where there are more matches than are marked. */
  isCut: boolean;
};

/** What somebody is said to have said, at its place in an article. */
export type ArticleStatement = {
  id: string;
  kind: "direct" | "mixed" | "indirect";
  status: Certainty;
  /** The content on one line, without the quotation marks around it. */
  words: string;
  /** Where the content stands in the body, `[startsAt, endsAt)`, in order; several where it is interrupted. */
  spans: { startsAt: number; endsAt: number }[];
  /** With the offices held on the day on which it was said, as far as known. */
  speaker: { id: string; name: string; offices: string[] } | null;
  /** Who said it in the article's own words. */
  speakerText: string | null;
  isAnonymous: boolean;
  venue: string | null;
  /** Extended Date/Time Format. */
  saidOn: string | null;
};

export type ArticleTopic = { id: string; label: string; status: Certainty };

export type ArticleEvent = {
  id: string;
  title: string;
  /** Extended Date/Time Format, as written. */
  date: string;
  verification: Verification;
};

/** A state of an article that readers saw. */
export type PublicRevision = {
  number: number;
  /** When readers could first see it. */
  savedAt: Date;
  /** Just as a version of its page reads, by no hand. */
  asRead: boolean;
};

/** An article that was merged into another, as the other names it. */
export type MergedArticle = {
  /** A reprint of the same text, or an earlier or later version of it. */
  as: "same_text" | "update";
  headline: string | null;
  outlet: OutletRef | null;
  publishedOn: string | null;
  /** Where it was published. */
  sourceUrl: string | null;
  /** Its original, where that may be shown. */
  originalId: string | null;
};

/** A whole article, cut to what its rights let readers see. */
export type Article = ArticleLine & {
  slug: string;
  language: string;
  dateline: string | null;
  publishedAt: string | null;
  modifiedOn: string | null;
  sourceUrl: string | null;
  updatedAt: string;
  rights: Rights;
  /** All of a full text, the beginning of an extract, nothing of metadata only. */
  paragraphs: Paragraph[];
  /** True where there is more text than `paragraphs` show. */
  isShortened: boolean;
  bylines: Byline[];
  mediaCredits: MediaCredit[];
  sources: NamedSource[];
  topics: ArticleTopic[];
  /** In the order of the text, only those that lie in `paragraphs`. */
  mentions: ArticleMention[];
  /** In the order of the text, only those that lie in `paragraphs` whole. */
  statements: ArticleStatement[];
  events: ArticleEvent[];
  merged: MergedArticle[];
  /** True where its text or facts changed since it was made public. */
  isRevised: boolean;
  original: { id: string; mediaType: string; byteLength: number; sha256: string };
};

/** An article that is like another, and what it shares with it: topics, people, telling words. */
export type RelatedArticle = ArticleLine & { shares: string[]; isOnSameEvent: boolean };

/** `searchText` is a search for more of them; null where the article has too few words of its own. */
export type RelatedArticles = { items: RelatedArticle[]; searchText: string | null };

/** What is left to see of an article that was withdrawn: that it was there, and why it went. */
export type WithdrawnArticle = {
  id: string;
  path: string;
  headline: string;
  publishedOn: string;
  outlet: OutletRef | null;
  bylines: Byline[];
  withdrawnOn: string;
  withdrawnReason: string | null;
};

export type ArticleLookup =
  | { state: "published"; article: Article }
  | { state: "withdrawn"; article: WithdrawnArticle }
  /** It now stands at another address, or another article stands for it. */
  | { state: "moved"; path: string; articleId: string };

export type ArticleNeighbours = { previous: ArticleLine | null; next: ArticleLine | null };
