import { batchPath } from "#components/admin/batches/batch-words.ts";
import { Instant } from "#components/ui/instant.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import type { BatchInFull } from "#lib/batches/types.ts";
import { counted, inFigures } from "#lib/text/counted.ts";

const MB = 1024 ** 2;

/** What was sent in, by whom and how it is to be imported, in a line. */
export function BatchFacts({ batch }: { batch: BatchInFull }) {
  const { createdBy, createdAt, sources, capturedOn, publish, isDryRun } = batch;
  const byteLength = sources.reduce((sum, source) => sum + source.byteLength, 0);
  const size =
    byteLength < MB ? `${Math.ceil(byteLength / 1024)} kB` : `${(byteLength / MB).toFixed(1)} MB`;
  return (
    <>
      {isDryRun ? "A dry run: nothing is stored. " : ""}
      {counted(sources.length, "file")} of {size}, sent by {createdBy}, <Instant at={createdAt} />
      {capturedOn && `, captured on ${formatDay(capturedOn)}`}
      {publish && ", to be published at once"}.
    </>
  );
}

/** What a person has to know before going on. */
export function BatchNotices({ batch }: { batch: BatchInFull }) {
  const { id, state, problem, made, undone } = batch;
  const left = made - undone;
  return (
    <>
      {problem && (
        <Notice tone="danger" title="It stopped by itself">
          <p>{problem} What was done before stays; it can be gone on with from there.</p>
        </Notice>
      )}
      {state === "asking" && (
        <Notice tone="warning" title="It asks which column is which">
          <p>
            Nothing is imported before that is said.{" "}
            <a href={`/admin/batches/${id}/columns`}>Say which column is which</a>
          </p>
        </Notice>
      )}
      {state === "undone" && left > 0 && (
        <Notice tone="warning" title={`${inFigures(left)} were left`}>
          <p>
            Somebody has edited or published them since, or put them into the bin by hand.{" "}
            <a href={batchPath(id, "left")}>Show those that are still there</a>
          </p>
        </Notice>
      )}
      {undone > 0 && (
        <p>
          {inFigures(undone)} are in <a href="/admin/bin">the bin</a>, where each can be restored
          for 30 days.
        </p>
      )}
    </>
  );
}
