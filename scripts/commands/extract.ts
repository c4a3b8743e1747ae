import { AppError } from "#lib/errors.ts";
import { readDemoGazetteer } from "#lib/demo/read-demo-archive.ts";
import {
  bodyOf,
  draftFromBytes,
  listUnknownNames,
  understand,
  type Gazetteer,
  type UnderstoodDraft,
} from "#lib/ingest/pipeline.ts";
import type { ColumnChoices } from "#lib/ingest/records/column-choices.ts";
import { sentencesWith } from "#lib/text/sentences-with.ts";
import { exitCodeFor } from "#scripts/exit-codes.ts";
import { listInputs, type Input } from "#scripts/inputs.ts";
import { countTaken, inspectExport, printTaken } from "#scripts/commands/restore.ts";
import { JsonList } from "#scripts/json-list.ts";
import { printDraft } from "#scripts/print-draft.ts";

type ExtractOptions = { capturedOn?: string; columns?: ColumnChoices; json?: boolean };

/**
 * Understands articles and prints what was understood; stores nothing and needs no database, so that
 * it knows people and topics by those of the demo archive.
 */
export async function extract(names: string[], options: ExtractOptions): Promise<number> {
  const list = options.json ? new JsonList() : null;
  const counts = { total: 0, failed: 0 };
  const gazetteer = await readDemoGazetteer();
  for await (const input of listInputs(names, {
    columns: options.columns,
    takeExport: inspectExport,
  })) {
    const { file, taken } = input;
    if (taken) {
      countTaken(taken, counts);
      if (list) list.print({ file, ...taken });
      else printTaken(file, taken);
      continue;
    }
    const { draft, error } = await understandInput(input, options, gazetteer);
    counts.total++;
    if (!draft) counts.failed++;
    if (list) list.print({ file, draft: draft && withReasons(draft), error });
    else if (draft) console.log(`${file}\n${printDraft(draft)}\n`);
    else console.error(`${file}: ${error}`);
  }
  list?.end();
  return exitCodeFor(counts);
}

/** The draft of an input, or a sentence on why there is none. */
async function understandInput(
  { bytes, hint, error }: Input,
  { capturedOn }: ExtractOptions,
  gazetteer: Gazetteer,
) {
  if (error !== undefined) return { error };
  try {
    const draft = await draftFromBytes(bytes, hint, capturedOn ? { capturedOn } : {});
    return { draft: understand(draft, gazetteer) };
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    return { error: fault.message };
  }
}

/** The draft, with the sentences of each topic that made us think so, and who is named besides. */
function withReasons(draft: UnderstoodDraft) {
  const body = bodyOf(draft);
  const topics = draft.topics.map((topic) => ({
    ...topic,
    sentences: sentencesWith(body, topic.spans).map(({ start, end }) => body.slice(start, end)),
  }));
  return { ...draft, topics, unknownNames: listUnknownNames(body, draft.mentions) };
}
