import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { receiveBatch, receiveFile } from "#lib/batches/mutations-receive.ts";
import { receiveForm } from "#lib/batches/receive-form.ts";
import { MAX_BATCH_BYTES } from "#lib/batches/schema.ts";
import { toAppError } from "#lib/errors.ts";
import { openBody } from "#lib/http/body.ts";
import { getRequestContext } from "#lib/http/request-context.ts";
import { requireSameOrigin } from "#lib/http/same-origin.ts";
import { log } from "#lib/log.ts";

const FORM_PATH = "/admin/batches/new";
/** For what stands around the files of a form. */
const MAX_FORM_BYTES = MAX_BATCH_BYTES + 16 * 1024 * 1024;

/**
 * The form for large files: no server action, since those are read whole. Works without a script and
 * leads to the batch, or back to the form, which says what went wrong.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request);
    const actor = toActor(await requireRole("editor"));
    const { stream, contentType } = openBody(request, MAX_FORM_BYTES);
    const id = await receiveBatch("upload", actor, (reception) =>
      receiveForm(stream, contentType, (file, bytes) => receiveFile(reception, file, bytes)),
    );
    return seeOther(`/admin/batches/${id}`);
  } catch (error) {
    const { code } = toAppError(error);
    const { requestId } = getRequestContext();
    if (code === "internal") log.error({ err: error, requestId }, "receiving a batch failed");
    return seeOther(`${FORM_PATH}?problem=${code}`);
  }
}

function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } });
}
