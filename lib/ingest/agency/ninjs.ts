/** ninjs, the IPTC's news in JSON (1.x and 2.x), as a record of ours. */
import { isJsonObject, type Json, type JsonObject } from "../records/canonical-json.ts";
import { textsOf } from "../records/record-fields.ts";

const BODY_KEY = /^body_(?:x?html|text|.*)$/;
const PICTURE = /picture|graphic|image|photo/i;
const AUTHOR_REL = /author|creator|writer|reporter|byline/i;

/** True for an object that is a ninjs item: an identifier and what only ninjs calls things. */
export function isNinjs(value: JsonObject): boolean {
  if (typeof value.uri !== "string") return false;
  const keys = Object.keys(value);
  const marks = ["versioncreated", "firstcreated", "pubstatus", "bodies", "headlines", "urgency"];
  return keys.some((key) => marks.includes(key) || BODY_KEY.test(key));
}

/** The item's fields under names that `mapColumns` knows. */
export function ninjsRecord(item: JsonObject): JsonObject {
  const pictures = listOf(item.associations).filter(
    ({ type, renditions }) => PICTURE.test(String(type)) || renditions !== undefined,
  );
  const published = item.firstcreated ?? item.contentcreated ?? item.versioncreated;
  return {
    headline: byRole(item.headlines, "main") ?? item.headline ?? item.title,
    summary: byRole(item.descriptions, "summary") ?? withForm(item, "description"),
    ...bodyMembers(item),
    byline: peopleOf(item),
    published,
    modified: item.versioncreated === published ? undefined : item.versioncreated,
    outlet: outletOf(item),
    url: typeof item.uri === "string" && /^https?:/.test(item.uri) ? item.uri : undefined,
    language: item.language,
    topic: [...namesIn(item.subject), ...namesIn(item.subjects), ...namesIn(item.genres)],
    place: [...textsOf(item.located), ...namesIn(item.place), ...namesIn(item.places)],
    captions: pictures.flatMap((one) => textsOf(withForm(one, "description") ?? one.headline)),
    credits: pictures.flatMap((one) =>
      [...textsOf(one.byline), ...textsOf(one.creditline), ...holderOf(one)].slice(0, 1),
    ),
    rights: [
      ...textsOf(item.copyrightnotice),
      ...textsOf(item.usageterms),
      ...listOf(item.rightsinfo).flatMap(({ usageterms }) => textsOf(usageterms)),
    ],
    id: item.uri,
  };
}

function bodyMembers(item: JsonObject): JsonObject {
  const bodies = listOf(item.bodies);
  const main = bodies.find(({ role }) => /main|body/i.test(String(role))) ?? bodies[0];
  if (main) {
    const isHtml = /html/i.test(String(main.contenttype));
    return { [isHtml ? "bodyHtml" : "body"]: main.value };
  }
  const html = item.body_html ?? item.body_xhtml;
  if (html !== undefined) return { bodyHtml: html };
  const key = Object.keys(item).find((name) => BODY_KEY.test(name));
  return key === undefined ? {} : { [key === "body_text" ? "bodyText" : "body"]: item[key] };
}

function peopleOf(item: JsonObject): Json {
  const written = textsOf(item.byline ?? item.by);
  if (written.length > 0) return written;
  const people = [...listOf(item.person), ...listOf(item.people)];
  return people
    .filter(({ rel, role }) => AUTHOR_REL.test(`${String(rel)} ${String(role)}`))
    .flatMap((person) => textsOf(person));
}

function outletOf(item: JsonObject): Json | undefined {
  const [source] = [
    ...textsOf(item.source),
    ...textsOf(item.provider),
    ...namesIn(item.infosource),
    ...namesIn(item.infosources),
    ...holderOf(item),
  ];
  return source;
}

function holderOf(item: JsonObject): string[] {
  const { copyrightholder } = item;
  const inRights = listOf(item.rightsinfo).flatMap((rights) => textsOf(rights.copyrightholder));
  return [...textsOf(copyrightholder), ...inRights];
}

/** `description_text`, or its HTML, or the bare name. */
function withForm(item: JsonObject, name: string): Json | undefined {
  return item[`${name}_text`] ?? item[`${name}_html`] ?? item[name];
}

function byRole(value: Json | undefined, wanted: string): Json | undefined {
  const list = listOf(value);
  const chosen = list.find(({ role }) => String(role).includes(wanted)) ?? list[0];
  return chosen?.value;
}

function namesIn(value: Json | undefined): string[] {
  return listOf(value).flatMap(({ name, literal }) => textsOf(name ?? literal));
}

/** The objects of a list; ninjs 1 writes some lists as an object of named members. */
function listOf(value: Json | undefined): JsonObject[] {
  if (Array.isArray(value)) return value.filter(isJsonObject);
  return isJsonObject(value) ? Object.values(value).filter(isJsonObject) : [];
}
