import { articleListSchema, articleSchema } from "#lib/api/answer-schemas.ts";
import { requireEditorsArticle } from "#lib/api/data-article.ts";
import { listArticlesAfter } from "#lib/api/data.ts";
import { receiveArticle } from "#lib/api/mutations.ts";
import { readUpload, UPLOAD_MEDIA_TYPES } from "#lib/api/read-upload.ts";
import { articleListQuerySchema, articleUploadSchema, uploadQuerySchema } from "#lib/api/schema.ts";
import { toApiActor, requireEditor } from "#lib/api/caller.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";
import { MAX_ORIGINAL_BYTES } from "#lib/ingest/pipeline-sources.ts";

/** An original of the largest size still fits when it comes as JSON or in a form. */
const MAX_UPLOAD_BYTES = MAX_ORIGINAL_BYTES + 1024 * 1024;

export const GET = route({
  summary: "Articles, newest first",
  auth: "public",
  query: articleListQuerySchema,
  response: articleListSchema,
  errors: ["unauthenticated", "forbidden"],
  handler: async ({ query: { limit, cursor, ...filter }, user }) => {
    if (filter.status !== "published") requireEditor(user);
    return { body: await listArticlesAfter(filter, { limit, cursor }) };
  },
});

export const POST = route({
  summary: "Archive an article; what is archived already gives that article",
  auth: { role: "editor" },
  query: uploadQuerySchema,
  body: "bytes",
  jsonBody: articleUploadSchema,
  accepts: UPLOAD_MEDIA_TYPES,
  maxBodyBytes: MAX_UPLOAD_BYTES,
  response: articleSchema,
  status: 201,
  otherStatuses: [200],
  errors: ["conflict", "not_publishable"],
  handler: async ({ body, query, user }) => {
    const { articleId, created, revision } = await receiveArticle(
      await readUpload(body, query),
      toApiActor(user),
    );
    return {
      body: { ...(await requireEditorsArticle(articleId)), ...(revision && { revision }) },
      status: created ? 201 : 200,
      headers: { Location: `/api/v1/articles/${articleId}` },
    };
  },
});

export const { PUT, PATCH, DELETE } = refuseOtherMethods("GET", "POST");
