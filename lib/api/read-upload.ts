import type { z } from "zod";
import { isSentAsWebArchive, readOnlyPage, WEB_ARCHIVE_TYPES } from "#lib/api/read-web-archive.ts";
import { articleUploadSchema, uploadQuerySchema } from "#lib/api/schema.ts";
import { articleChangesSchema, type ArticleChanges } from "#lib/articles/schema.ts";
import { AppError } from "#lib/errors.ts";
import { mediaTypeOf, parseJsonBody, type ReceivedBody } from "#lib/http/body.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import { MEDIA_TYPES } from "#lib/ingest/types.ts";

/** What is read as the original itself. JSON is the interface's own; JSON articles come as a file. */
const ORIGINAL_TYPES: readonly string[] = MEDIA_TYPES.filter((type) => type !== "application/json");
export const UPLOAD_MEDIA_TYPES = [
  ...ORIGINAL_TYPES,
  ...WEB_ARCHIVE_TYPES,
  "application/json",
  "multipart/form-data",
];

/** An article as sent, whichever way it came. */
export type Upload = {
  bytes: Uint8Array;
  mediaType: string;
  charset?: string;
  fileName?: string;
  /** Where a web archive says that it was fetched from. */
  url?: string;
  capturedOn?: string;
  publish: boolean;
  /** Corrections to what is read from the bytes. */
  changes: ArticleChanges;
};

type UploadQuery = z.output<typeof uploadQuerySchema>;

/**
 * The article in a request's body: the original itself, JSON that holds its text, or a form with one file.
 * What the body says counts before what the query says. Throws `AppError` "invalid_input" or
 * "unsupported_media_type".
 */
export async function readUpload(body: ReceivedBody, query: UploadQuery): Promise<Upload> {
  const mediaType = mediaTypeOf(body);
  if (ORIGINAL_TYPES.includes(mediaType) || WEB_ARCHIVE_TYPES.includes(mediaType)) {
    const file = await toFile(body.bytes, body.contentType, query.fileName);
    return { ...toOptions(query), ...file, changes: {} };
  }
  switch (mediaType) {
    case "application/json":
      return fromJson(body, query);
    case "multipart/form-data":
      return await fromForm(body, query);
    default:
      throw new AppError(
        "unsupported_media_type",
        `Nothing was stored. Please send one of ${UPLOAD_MEDIA_TYPES.join(", ")} and say which in Content-Type.`,
      );
  }
}

function toOptions({ publish = false, capturedOn, fileName }: UploadQuery) {
  return { publish, capturedOn, fileName };
}

async function toFile(bytes: Uint8Array, contentType: string, fileName: string | undefined) {
  const charset = /;\s*charset="?([^\s";]+)/i.exec(contentType)?.[1];
  const file = { bytes, mediaType: mediaTypeOf({ contentType }), charset };
  return isSentAsWebArchive(file.mediaType, fileName)
    ? { ...file, ...(await readOnlyPage(bytes)) }
    : file;
}

function fromJson(body: ReceivedBody, query: UploadQuery): Upload {
  const { text, mediaType, fileName, capturedOn, publish, ...changes } = parseInput(
    articleUploadSchema,
    parseJsonBody(body),
  );
  const options = toOptions(query);
  return {
    // A lone surrogate has no bytes: it would come back as something else than was sent.
    bytes: Buffer.from(text.toWellFormed()),
    mediaType,
    charset: "utf-8",
    fileName: fileName ?? options.fileName,
    capturedOn: capturedOn ?? options.capturedOn,
    publish: publish || options.publish,
    changes: articleChangesSchema.parse(changes),
  };
}

async function fromForm(body: ReceivedBody, query: UploadQuery): Promise<Upload> {
  const form = await parseForm(body);
  const file = form.get("file");
  if (!(file instanceof File) || form.getAll("file").length > 1) {
    throw new AppError("invalid_input", "Nothing was stored. Please send one file, named file.", {
      details: { fields: { file: "is not one file" } },
    });
  }
  const given = [...form].filter(([name, value]) => name !== "file" && value !== "");
  const options = parseInput(uploadQuerySchema, Object.fromEntries(given));
  const bytes = new Uint8Array(await file.arrayBuffer());
  return {
    ...toOptions({ ...query, fileName: file.name, ...options }),
    ...(await toFile(bytes, file.type || "text/plain", file.name)),
    changes: {},
  };
}

async function parseForm({ bytes, contentType }: ReceivedBody): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { "content-type": contentType } }).formData();
  } catch (cause) {
    throw new AppError("invalid_input", "Nothing was stored: the form cannot be read.", { cause });
  }
}
