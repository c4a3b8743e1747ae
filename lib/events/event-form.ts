import { eventFieldsSchema, type EventFields } from "#lib/events/schema-editing.ts";
import { textOf, textsOf } from "#lib/http/answer-form.ts";
import { parseInput } from "#lib/http/parse-input.ts";

/** An event as its form was sent. Throws `AppError` "invalid_input" with what is wrong, by field. */
export function readEventForm(form: FormData): EventFields {
  const roles = textsOf(form, "role");
  const titles = textsOf(form, "sourceTitle");
  const urls = textsOf(form, "url");
  const media = textsOf(form, "stateMedia");
  return parseInput(eventFieldsSchema, {
    title: textOf(form, "title"),
    kind: textOf(form, "kind"),
    date: textOf(form, "date"),
    placeName: textOf(form, "placeName"),
    placeCountry: textOf(form, "placeCountry"),
    latitude: textOf(form, "latitude"),
    longitude: textOf(form, "longitude"),
    participants: textsOf(form, "actorId").map((actorId, i) => ({ actorId, role: roles[i] ?? "" })),
    facts: textOf(form, "facts").split("\n"),
    topics: textsOf(form, "topics"),
    related: textOf(form, "related").split(/[\s,]+/),
    sources: textsOf(form, "publisher").map((publisher, i) => ({
      publisher,
      title: titles[i] ?? "",
      url: urls[i] ?? "",
      stateMedia: /^y/i.test((media[i] ?? "").trim()),
    })),
    lift: textOf(form, "lift") || "0",
  });
}
