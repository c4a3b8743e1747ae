"use server";

import { redirect } from "next/navigation";
import { getGazetteer } from "#lib/actors/data-gazetteer.ts";
import { listArrivals, type Arrival } from "#lib/articles/arrivals.ts";
import { archiveOriginal, type IncomingOriginal } from "#lib/articles/mutations-ingest.ts";
import { arrivalSchema } from "#lib/articles/schema.ts";
import type { ArrivalOutcome, ArrivalState } from "#lib/articles/types-admin.ts";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { toAppError } from "#lib/errors.ts";
import { textOf } from "#lib/http/answer-form.ts";
import { fetchOutside } from "#lib/http/fetch-outside.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import { MAX_ORIGINAL_BYTES, type Gazetteer } from "#lib/ingest/pipeline.ts";
import { log } from "#lib/log.ts";

/**
 * Archives a pasted text, a page to be fetched and any number of files, each on its own: what is
 * refused stops nothing else. Leads to the draft where it was one; else answers what became of each.
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
    return { answers, message, outcomes: [], ...typedOf(form) };
  }
  const [only] = outcomes;
  if (outcomes.length === 1 && only?.articleId && only.outcome !== "in_bin") {
    redirect(`/admin/articles/${only.articleId}?done=${only.outcome}`);
  }
  const isRefused = outcomes.some(({ outcome }) => outcome === "refused");
  return { answers, outcomes, ...(isRefused && typedOf(form)) };
}

function typedOf(form: FormData) {
  return { text: textOf(form, "text"), address: textOf(form, "address") };
}

type Circumstances = {
  capturedOn: string | undefined;
  gazetteer: Gazetteer;
  actor: Parameters<typeof archiveOriginal>[1];
};

async function archiveOne(
  arrival: Arrival,
  { capturedOn, gazetteer, actor }: Circumstances,
): Promise<ArrivalOutcome> {
  const { name } = arrival;
  try {
    const incoming = { ...(await receive(arrival)), capturedOn };
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

async function receive(arrival: Arrival): Promise<IncomingOriginal> {
  const { name, receivedVia } = arrival;
  if (receivedVia !== "fetch") {
    const { file } = arrival;
    return {
      bytes: new Uint8Array(await file.arrayBuffer()),
      fileName: receivedVia === "upload" ? name : undefined,
      mediaType: file.type || undefined,
      receivedVia,
    };
  }
  const { url, bytes, mediaType, charset } = await fetchOutside(name, MAX_ORIGINAL_BYTES);
  return {
    bytes,
    mediaType: mediaType ?? undefined,
    charset: charset ?? undefined,
    receivedVia,
    fetchedFrom: url,
  };
}
