import { articleSchema, deletedArticleSchema } from "#lib/api/answer-schemas.ts";
import { requireBaseVersion } from "#lib/api/base-version.ts";
import { isEditor, toApiActor } from "#lib/api/caller.ts";
import { requireEditorsArticle, requirePublicArticle } from "#lib/api/data-article.ts";
import { patchArticle } from "#lib/api/mutations.ts";
import { articleParamsSchema, articlePatchSchema } from "#lib/api/schema.ts";
import { deleteArticle } from "#lib/articles/mutations.ts";
import { addDays, toCalendarDay } from "#lib/dates/calendar-day.ts";
import { KEPT_AFTER_REMOVAL_DAYS } from "#lib/db/kept-removed.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";
import { MAX_ORIGINAL_BYTES } from "#lib/ingest/pipeline-sources.ts";

export const GET = route({
  summary: "An article; editors see drafts too, and what was read from where",
  auth: "public",
  params: articleParamsSchema,
  response: articleSchema,
  errors: ["not_found", "gone"],
  handler: async ({ params: { id }, user }) => ({
    body: isEditor(user) ? await requireEditorsArticle(id) : await requirePublicArticle(id),
  }),
});

export const PATCH = route({
  summary: "Change fields or status of an article",
  auth: { role: "editor" },
  params: articleParamsSchema,
  body: articlePatchSchema,
  maxBodyBytes: MAX_ORIGINAL_BYTES,
  response: articleSchema,
  errors: ["not_found", "gone", "conflict", "not_publishable"],
  handler: async ({ params: { id }, body, request, user }) => {
    const version = requireBaseVersion(body.version, request.headers.get("if-match"));
    await patchArticle(id, { ...body, version }, toApiActor(user));
    return { body: await requireEditorsArticle(id) };
  },
});

export const DELETE = route({
  summary: "Put an article into the bin",
  auth: { role: "editor" },
  params: articleParamsSchema,
  response: deletedArticleSchema,
  errors: ["not_found", "gone"],
  handler: async ({ params: { id }, user }) => {
    await deleteArticle(id, toApiActor(user));
    const restorableUntil = addDays(toCalendarDay(new Date()), KEPT_AFTER_REMOVAL_DAYS);
    return { body: { id, restorableUntil } };
  },
});

export const { POST, PUT } = refuseOtherMethods("GET", "PATCH", "DELETE");
