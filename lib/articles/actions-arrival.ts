"use server";

import { redirect } from "next/navigation";
import { getGazetteer } from "#lib/actors/data-gazetteer.ts";
import { listArrivals, type Arrival } from "#lib/articles/arrivals.ts";
import { archiveOriginal } from "#lib/articles/mutations-ingest.ts";
import { arrivalSchema } from "#lib/articles/schema.ts";
import type { ArrivalOutcome, ArrivalState } from "#lib/articles/types-admin.ts";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { toAppError } from "#lib/errors.ts";
import { textOf } from "#lib/http/answer-form.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import type { Gazetteer } from "#lib/ingest/pipeline.ts";
import { log } from "#lib/log.ts";

/**
 * Archives a pasted text and any number of files, each on its own: what is refused stops nothing
 * else. Leads to the draft where it was one; else answers what became of each.
 */
export async function archiveArrivalsAction(
  previous: ArrivalState,
  form: FormData,
): Promise<ArrivalState> {
  const answers = previous.answers + 1;
  let outcomes: ArrivalOutcome[];
  try {
    const actor = toActor(await requireRole("editor"));
    const { capturedOn } = parseInput(arrivalSchema, { capturedOn: textOf(form, "capturedOn") });
    const arrivals = listArrivals(form);
    const gazetteer = await getGazetteer();
    outcomes = [];
    for (const arrival of arrivals) {
      outcomes.push(await archiveOne(arrival, { capturedOn, gazetteer, actor }));
    }
  } catch (error) {
    const { message } = toAppError(error);
    return { answers, message, outcomes: [], text: textOf(form, "text") };
  }
  const [only] = outcomes;
  if (outcomes.length === 1 && only?.articleId && only.outcome !== "in_bin") {
    redirect(`/admin/articles/${only.articleId}?done=${only.outcome}`);
  }
  const isKept = only?.outcome === "refused" && textOf(form, "text") !== "";
  return { answers, outcomes, text: isKept ? textOf(form, "text") : undefined };
}

type Circumstances = {
  capturedOn: string | undefined;
  gazetteer: Gazetteer;
  actor: Parameters<typeof archiveOriginal>[1];
};

async function archiveOne(
  { name, file, receivedVia }: Arrival,
  { capturedOn, gazetteer, actor }: Circumstances,
): Promise<ArrivalOutcome> {
  try {
    const incoming = {
      bytes: new Uint8Array(await file.arrayBuffer()),
      fileName: receivedVia === "upload" ? name : undefined,
      mediaType: file.type || undefined,
      receivedVia,
      capturedOn,
    };
    const { articleId, created, inBin, draft } = await archiveOriginal(incoming, actor, gazetteer);
    if (inBin) {
      return { name, outcome: "in_bin", articleId, message: "Already archived, and in the bin." };
    }
    if (!created) {
      return { name, outcome: "known", articleId, message: "Already archived: the same bytes." };
    }
    return { name, outcome: "stored", articleId, message: draft.headline?.value ?? "A draft." };
  } catch (error) {
    const { code, message } = toAppError(error);
    if (code === "internal") log.error({ err: error }, "archiving a file failed");
    return { name, outcome: "refused", articleId: null, message };
  }
}
