/** When a page's article was published and last changed, by what its data and its words say. */
import { readMoment, writeMoment, type Moment } from "./moments.ts";
import type { JsonObject } from "./json-ld.ts";
import { textsOf } from "./json-ld.ts";
import type { Candidate, Page } from "./page.ts";
import { textOf, type ElementNode } from "./tree.ts";

const PUBLISHED_NAMES = [
  "article:published_time",
  "og:published_time",
  "og:article:published_time",
  "datepublished",
  "date.published",
  "parsely-pub-date",
  "sailthru.date",
  "pubdate",
  "publishdate",
  "publish-date",
  "publish_date",
  "publication_date",
  "article.published",
  "article:published",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dc.date.created",
  "dc.date",
  "dcterms.date",
  "dc.created",
  "cxenseparse:recs:publishtime",
  "citation_publication_date",
  "citation_date",
  "date",
  "originalpublicationdate",
  "article_date_original",
  "ptime",
  "pub_date",
  "created",
  "article:created",
  "article.created",
  "date_published",
  "rnews:datepublished",
  "video:release_date",
  "displaydate",
  "timestamp",
  "bt:pubdate",
  "shareaholic:article_published_time",
  "prism.publicationdate",
  "ga:publishdate",
  "weibo: article:create_at",
];
const MODIFIED_NAMES = [
  "article:modified_time",
  "og:updated_time",
  "article:updated_time",
  "datemodified",
  "last-modified",
  "dcterms.modified",
  "dc.date.modified",
  "lastmod",
  "modified",
  "updated",
  "revision_date",
  "article.updated",
  "date_modified",
];

export function findPublished(page: Page): Candidate<Moment>[] {
  return [
    ...fromObjects(
      page.articles,
      ["datePublished", "dateCreated", "uploadDate"],
      "json-ld-date",
      0.95,
    ),
    ...fromMeta(page, PUBLISHED_NAMES, "meta-date", 0.9),
    ...fromMarked(page, ["datePublished", "dateCreated"], "microdata-date", 0.9),
    ...fromObjects(
      page.pages,
      ["datePublished", "dateCreated", "uploadDate"],
      "json-ld-page-date",
      0.85,
    ),
    ...fromTimes(page),
    ...fromAddress(page),
  ];
}

export function findModified(page: Page): Candidate<Moment>[] {
  return [
    ...fromObjects(page.articles, ["dateModified"], "json-ld-date", 0.95),
    ...fromMeta(page, MODIFIED_NAMES, "meta-date", 0.9),
    ...fromMarked(page, ["dateModified"], "microdata-date", 0.9),
  ];
}

function fromObjects(objects: JsonObject[], keys: string[], rule: string, confidence: number) {
  return keys.flatMap((key) =>
    objects.flatMap((object) =>
      textsOf(object[key]).flatMap((text) => candidate(text, rule, confidence)),
    ),
  );
}

function fromMeta({ meta }: Page, names: string[], rule: string, confidence: number) {
  return names.flatMap((name) =>
    meta.get(name).flatMap((text) => candidate(text, rule, confidence)),
  );
}

function fromMarked({ microdata }: Page, properties: string[], rule: string, confidence: number) {
  return properties.flatMap((property) =>
    microdata
      .filter((each) => each.property.toLowerCase() === property.toLowerCase())
      .flatMap(({ value, element }) => {
        const first = candidate(value, rule, confidence);
        return first.length > 0 ? first : candidate(textOf(element), rule, confidence);
      }),
  );
}

function fromTimes({ tree, region }: Page) {
  const times = tree.elements.filter(({ name }) => name === "time" || name === "relative-time");
  const inRegion = (element: ElementNode) =>
    region.order <= element.order && element.order < region.endOrder;
  return [...times.filter(inRegion), ...times.filter((element) => !inRegion(element))]
    .slice(0, 5)
    .flatMap((element) => {
      const first = candidate(element.attributes.datetime ?? "", "time-element", 0.8);
      return first.length > 0 ? first : candidate(textOf(element), "time-element", 0.8);
    });
}

function fromAddress(page: Page) {
  const address = page.meta.link("canonical") ?? page.meta.get("og:url")[0] ?? page.url ?? "";
  const match = /[/-]((?:19|20)\d{2})[/-]?(\d{1,2}|[a-z]{3})[/-]?(\d{1,2})(?=[/-]|\D|$)/i.exec(
    address,
  );
  if (!match) return [];
  const [, year, month = "", day] = match;
  const written = /\d/.test(month) ? `${year}-${month}-${day}` : `${day} ${month} ${year}`;
  return candidate(written, "address-date", 0.7);
}

function candidate(written: string, rule: string, confidence: number): Candidate<Moment>[] {
  const value = readMoment(written);
  return value ? [{ value, rule, confidence }] : [];
}

export { writeMoment };
