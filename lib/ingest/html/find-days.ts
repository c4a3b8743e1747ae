/** When a page's article was published and last changed, by what its data and its words say. */
import type { FindDatesOptions } from "#lib/dates/find-dates.ts";
import { textsOf, type JsonObject } from "./json-ld.ts";
import { preferLocalDay } from "./local-day.ts";
import { readMoment, type Moment } from "./moments.ts";
import type { Candidate, Page } from "./page.ts";
import { closest, isUnseen, marksOf, textOf, type ElementNode } from "./tree.ts";
import { findVisibleDays } from "./visible-days.ts";

type Dated = Candidate<Moment>;
type VisibleDays = ReturnType<typeof findVisibleDays>;

const names = (list: string) => list.split(/\s+/);

const PUBLISHED_NAMES = names(
  `article:published_time og:published_time og:article:published_time datepublished date.published date_published
  parsely-pub-date sailthru.date pubdate pub_date publishdate publish-date publish_date publication_date publication-date
  article.published article:published originalpublicationdate article_date_original rnews:datepublished
  dc.date.issued dcterms.issued dcterms.created dc.date.created dc.date dcterms.date dc.created cxenseparse:recs:publishtime
  citation_publication_date citation_date citation_online_date prism.publicationdate ptime bt:pubdate ga:publishdate
  shareaholic:article_published_time displaydate date created article:created article.created timestamp video:release_date`,
);
const MODIFIED_NAMES = names(
  `article:modified_time og:updated_time article:updated_time datemodified date_modified last-modified lastmod
  dcterms.modified dc.date.modified modified updated revision_date article.updated`,
);
const TEASER_MARKS = /related|teaser|recommend|sidebar|comment|latest|recent|widget|promo|listing/;
/** A visible line scores this much where a label, its marks or its place speak for it. */
const GOOD_SCORE = 2;
const SCRIPT_DATE =
  /["']?(?:date_?published|published_?(?:date|at|time|on)|publish_?(?:date|time)|publication_?date|first_?published(?:_?at)?|pub_?date|created_?at|date_?created|date)["']?\s*[:=]\s*["'](\d{4}-\d{2}-\d{2}[T\d:.+\-Z ]{0,22})["']/i;
const MAX_SCRIPT_LENGTH = 400_000;

/** The days a page may have been published on, and last changed on, the surest first. */
export function findDays(page: Page): { published: Dated[]; modified: Dated[] } {
  const visible = visibleDays(page);
  return { published: findPublished(page, visible), modified: findModified(page, visible) };
}

function findPublished(page: Page, days: VisibleDays): Dated[] {
  const times = findTimes(page);
  const visible = days.filter(({ meaning }) => meaning === "published");
  const found = [
    ...fromObjects(page.articles, ["datePublished", "dateCreated", "uploadDate"], 0.95),
    ...fromMeta(page, PUBLISHED_NAMES, 0.9),
    ...fromMarked(page, ["datePublished", "dateCreated"], 0.9),
    ...fromObjects(page.pages, ["datePublished", "dateCreated", "uploadDate"], 0.88),
    ...fromMicroformat(page),
    ...times.inside,
    ...visible.map(({ moment, score }) => ({
      value: moment,
      rule: "visible-date",
      confidence: score >= GOOD_SCORE ? 0.75 : score >= 0 ? 0.55 : 0.3,
    })),
    ...fromAddress(page),
    ...times.outside,
    ...fromScripts(page),
  ];
  return preferLocalDay(found.sort((a, b) => b.confidence - a.confidence));
}

function findModified(page: Page, days: VisibleDays): Dated[] {
  return [
    ...fromObjects(page.articles, ["dateModified"], 0.95),
    ...fromMeta(page, MODIFIED_NAMES, 0.9),
    ...fromMarked(page, ["dateModified"], 0.9),
    ...days
      .filter(({ meaning, score }) => meaning === "modified" && score >= 0)
      .map(({ moment }) => ({ value: moment, rule: "visible-date", confidence: 0.6 })),
  ];
}

function fromObjects(objects: JsonObject[], keys: string[], confidence: number): Dated[] {
  const written = keys.flatMap((key) => objects.flatMap((object) => textsOf(object[key])));
  return written.flatMap((text) => candidate(text, "json-ld-date", confidence));
}

function fromMeta({ meta, ...page }: Page, keys: string[], confidence: number): Dated[] {
  const options = dateOptions({ meta, ...page });
  return keys
    .flatMap((name) => meta.get(name))
    .flatMap((text) => candidate(text, "meta-date", confidence, options));
}

function fromMarked({ microdata }: Page, properties: string[], confidence: number): Dated[] {
  const marked = properties.flatMap((wanted) =>
    microdata.filter(({ property }) => property.toLowerCase() === wanted.toLowerCase()),
  );
  return marked.flatMap(({ value, element }) => {
    const written = [
      value,
      element.attributes.datetime,
      element.attributes.title,
      textOf(element, isUnseen, 500),
    ];
    return first(written, "microdata-date", confidence);
  });
}

/** `<abbr class="published" title="2025-02-27T10:15">` and its like, of the first microformats. */
function fromMicroformat({ tree }: Page): Dated[] {
  return tree.elements
    .filter(({ attributes }) => /(?:^|\s)(?:dt-)?published(?:$|\s)/.test(attributes.class ?? ""))
    .slice(0, 3)
    .flatMap((element) => first([element.attributes.title], "microformat-date", 0.82));
}

/** `<time>` elements: those of the article, and those elsewhere. */
function findTimes({ tree, region, body }: Page): { inside: Dated[]; outside: Dated[] } {
  const end = body.container?.endOrder ?? region.endOrder;
  const isInside = (element: ElementNode) =>
    element.order >= region.order &&
    element.order < Math.max(end, region.endOrder) &&
    !closest(element, (each) => each.order > region.order && TEASER_MARKS.test(marksOf(each)));
  const read = (elements: ElementNode[], confidence: number) =>
    elements
      .slice(0, 5)
      .flatMap((element) =>
        first(
          [element.attributes.datetime, textOf(element, isUnseen, 500)],
          "time-element",
          confidence,
        ),
      );
  const times = tree.elements.filter(({ name }) => name === "time" || name === "relative-time");
  return {
    inside: read(times.filter(isInside), 0.8),
    outside: read(
      times.filter((element) => !isInside(element)),
      0.5,
    ),
  };
}

function visibleDays(page: Page): VisibleDays {
  const { body, region, heading, tree } = page;
  const [firstBlock] = body.blocks;
  const place = {
    headline: heading?.order ?? null,
    bodyStart: firstBlock?.order ?? tree.elements.length,
    bodyEnd: body.blocks.at(-1)?.order ?? tree.elements.length,
    region,
  };
  return findVisibleDays(body.all, place, dateOptions(page));
}

function fromAddress({ meta, url }: Page): Dated[] {
  const addresses = [meta.link("canonical"), meta.get("og:url")[0], url];
  return addresses.flatMap((address) => {
    const match =
      /[/_~-]((?:19|20)\d{2})([/_-]?)(\d{2}|[a-z]{3})\2(\d{2})(?=[/_.-]|\D|$)/i.exec(
        address ?? "",
      ) ?? /[/](20\d{2})(\/)(\d{1,2})\2(\d{1,2})(?=\/)/.exec(address ?? "");
    if (!match) return [];
    const [, year, , month = "", day] = match;
    const written = /\d/.test(month) ? `${year}-${month}-${day}` : `${day} ${month} ${year}`;
    return candidate(written, "address-date", 0.7);
  });
}

/** What the page's own scripts are told about it, where nothing else says anything. */
function fromScripts({ tree }: Page): Dated[] {
  const scripts = tree.elements.filter(({ name }) => name === "script");
  for (const { children } of scripts) {
    const match = SCRIPT_DATE.exec(children.join("").slice(0, MAX_SCRIPT_LENGTH));
    const found = match?.[1] ? candidate(match[1], "script-date", 0.45) : [];
    if (found.length > 0) return found;
  }
  return [];
}

function first(written: (string | undefined)[], rule: string, confidence: number): Dated[] {
  for (const text of written) {
    const found = candidate(text ?? "", rule, confidence);
    if (found.length > 0) return found;
  }
  return [];
}

function candidate(
  written: string,
  rule: string,
  confidence: number,
  options: FindDatesOptions = {},
): Dated[] {
  const value = readMoment(written, options);
  return value ? [{ value, rule, confidence }] : [];
}

/** American pages write the month first. */
function dateOptions({ tree, meta }: Page): FindDatesOptions {
  const root = tree.elements.find(({ name }) => name === "html");
  const written = [
    root?.attributes.lang,
    meta.get("og:locale")[0],
    meta.get("content-language")[0],
  ];
  const isAmerican = written.some((language) => /^en[-_]us$/i.test(language ?? ""));
  return { order: isAmerican ? "mdy" : "dmy" };
}
