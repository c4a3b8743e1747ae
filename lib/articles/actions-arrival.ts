"use server";

import { redirect } from "next/navigation";
import { getGazetteer } from "#lib/actors/data-gazetteer.ts";
import { MAX_ARTICLES_PER_FILE } from "#lib/articles/arrival-limits.ts";
import { listArrivals, type Arrival } from "#lib/articles/arrivals.ts";
import {
  ARCHIVED_TOGETHER,
  archiveOriginals,
  type IncomingOriginal,
} from "#lib/articles/mutations-ingest.ts";
import { arrivalSchema } from "#lib/articles/schema.ts";
import type { ArrivalOutcome, ArrivalState } from "#lib/articles/types-admin.ts";
import type { VersionOutcome } from "#lib/articles/types.ts";
import { receiveBatch, receiveFile } from "#lib/batches/mutations-receive.ts";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { getColumnChooser } from "#lib/columns/data.ts";
import { AppError, toAppError } from "#lib/errors.ts";
import { textOf } from "#lib/http/answer-form.ts";
import { fetchOutside } from "#lib/http/fetch-outside.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import type { Gazetteer } from "#lib/ingest/pipeline.ts";
import { MAX_ORIGINAL_BYTES, unpack, type UnpackHint } from "#lib/ingest/pipeline-sources.ts";
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
      outcomes.push(...(await archiveArrival(arrival, { capturedOn, gazetteer, actor })));
    }
  } catch (error) {
    const { message } = toAppError(error);
    return { answers, message, outcomes: [], ...typedOf(form) };
  }
  const [only] = outcomes;
  if (outcomes.length === 1 && only?.articleId && only.outcome !== "in_bin") {
    const { articleId, outcome } = only;
    redirect(`/admin/articles/${articleId}?done=${outcome}`);
  }
  if (outcomes.length === 1 && only?.batchId) redirect(`/admin/batches/${only.batchId}`);
  const isRefused = outcomes.some(({ outcome }) => outcome === "refused");
  return { answers, outcomes, ...(isRefused && typedOf(form)) };
}

function typedOf(form: FormData) {
  return { text: textOf(form, "text"), address: textOf(form, "address") };
}

type Circumstances = {
  capturedOn: string | undefined;
  gazetteer: Gazetteer;
  actor: Parameters<typeof archiveOriginals>[1];
};

/** What became of an arrival, or of each article in it where it holds many. */
async function archiveArrival(
  arrival: Arrival,
  circumstances: Circumstances,
): Promise<ArrivalOutcome[]> {
  try {
    const received = await receive(arrival);
    const { items, why } = await unpackArrival(arrival, received);
    if (why) return [await importInBackground(arrival, received, why, circumstances)];
    const outcomes: ArrivalOutcome[] = [];
    for (let i = 0; i < items.length; i += ARCHIVED_TOGETHER.size) {
      outcomes.push(
        ...(await archiveGroup(items.slice(i, i + ARCHIVED_TOGETHER.size), circumstances)),
      );
    }
    return outcomes;
  } catch (error) {
    const { code, message } = toAppError(error);
    if (code === "internal") log.error({ err: error }, "archiving a file failed");
    return [refused(arrival.name, message)];
  }
}

type ArrivedItem = { name: string; incoming: IncomingOriginal; error?: AppError };

/** The articles in what came; or a sentence on why they are better imported in the background. */
async function unpackArrival(
  arrival: Arrival,
  { bytes, hint, ...facts }: Received,
): Promise<{ items: ArrivedItem[]; why?: string }> {
  const items: ArrivedItem[] = [];
  let isUnclear = false;
  const chooseColumns = await getColumnChooser({ onUnclear: () => (isUnclear = true) });
  for await (const { path, error, ...item } of unpack(bytes, { ...hint, chooseColumns })) {
    if (isUnclear) break;
    if (items.length === MAX_ARTICLES_PER_FILE) return { items, why: TOO_MANY };
    const isOne = item.bytes === bytes;
    const incoming = { ...item.hint, bytes: item.bytes, ...facts };
    // What stands among others is known by its place there.
    const named = isOne ? incoming : { ...incoming, fileName: path, fetchedFrom: undefined };
    items.push({ name: isOne ? arrival.name : path, incoming: named, error });
  }
  return isUnclear ? { items, why: ASKS_FOR_COLUMNS } : { items };
}

const TOO_MANY = `It holds more than ${MAX_ARTICLES_PER_FILE} articles, which are imported in the background.`;
const ASKS_FOR_COLUMNS = "It is a table: please say which column is which, and it is imported.";

async function importInBackground(
  { name }: Arrival,
  { bytes, hint, receivedVia }: Received,
  message: string,
  { capturedOn, actor }: Circumstances,
): Promise<ArrivalOutcome> {
  async function* whole() {
    yield bytes;
  }
  const batchId = await receiveBatch(receivedVia, actor, async (reception) => {
    await receiveFile(reception, { name, mediaType: hint.mediaType }, whole());
    return { capturedOn, isDryRun: false, publish: false };
  });
  return { name, outcome: "batch", articleId: null, batchId, message };
}

async function archiveGroup(
  items: ArrivedItem[],
  { capturedOn, gazetteer, actor }: Circumstances,
): Promise<ArrivalOutcome[]> {
  const sound = items.filter(({ error }) => !error);
  const incoming = sound.map((item) => ({
    ...item.incoming,
    capturedOn: item.incoming.capturedOn ?? capturedOn,
  }));
  const archived = (await archiveOriginals(incoming, actor, gazetteer)).values();
  return items.map(({ name, error }) => {
    const result = error ?? archived.next().value;
    if (!result || result instanceof AppError) return refused(name, result?.message ?? "");
    const { articleId, created, inBin, revision, draft } = result;
    if (inBin) {
      return { name, outcome: "in_bin", articleId, message: "Already archived, and in the bin." };
    }
    if (revision) return { name, articleId, ...versionWords(revision) };
    return created
      ? { name, outcome: "stored", articleId, message: draft.headline?.value ?? "A draft." }
      : { name, outcome: "known", articleId, message: "Already archived: the same bytes." };
  });
}

function versionWords({
  outcome,
  number,
}: VersionOutcome): Pick<ArrivalOutcome, "outcome" | "message"> {
  const words = {
    taken: `A new version of its page, now revision ${number}.`,
    proposed: "A new version of its page: see what changed.",
    unchanged: "Its page again, with the same text. The original was kept.",
    kept: "An older version, or one of a reprint. The original was kept.",
  };
  return { outcome: outcome === "proposed" ? "proposed" : "version", message: words[outcome] };
}

function refused(name: string, message: string): ArrivalOutcome {
  return { name, outcome: "refused", articleId: null, message };
}

type Received = Pick<IncomingOriginal, "bytes" | "fetchedFrom"> & {
  receivedVia: Arrival["receivedVia"];
  hint: UnpackHint;
};

async function receive(arrival: Arrival): Promise<Received> {
  const { name, receivedVia } = arrival;
  if (receivedVia !== "fetch") {
    const { file } = arrival;
    const fileName = receivedVia === "upload" ? name : undefined;
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { bytes, hint: { fileName, mediaType: file.type || undefined }, receivedVia };
  }
  const { url, bytes, mediaType, charset } = await fetchOutside(name, MAX_ORIGINAL_BYTES);
  const hint = { mediaType: mediaType ?? undefined, charset: charset ?? undefined, url };
  return { bytes, hint, receivedVia, fetchedFrom: url };
}
