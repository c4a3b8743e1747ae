import { Instant } from "#components/ui/instant.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { inFigures } from "#lib/text/counted.ts";
import type { RunLine } from "#lib/understanding/types.ts";

const ROOMS = { topic: "/admin/topics", actor: "/admin/people" } as const;

/** Who began a run, when, and by which definitions it goes, in a line. */
export function RunFacts({ run: { isDryRun, about, createdBy, createdAt } }: { run: RunLine }) {
  return (
    <>
      {isDryRun && "Nothing is changed. "}
      {about && (
        <>
          By <a href={`${ROOMS[about.kind]}/${about.id}`}>{about.name}</a> as it would be.{" "}
        </>
      )}
      Begun by {createdBy}, <Instant at={createdAt} />.
    </>
  );
}

/** What a person has to know before going on. */
export function RunNotices({ run, shown }: { run: RunLine; shown: number }) {
  const { problem, counts } = run;
  return (
    <>
      {problem && (
        <Notice tone="danger" title="It stopped by itself">
          <p>{problem} What was done before stays; it can be gone on with from there.</p>
        </Notice>
      )}
      {shown > 0 && counts.changed > shown && (
        <p>
          The newest {inFigures(shown)} of {inFigures(counts.changed)} articles are kept to be
          looked at.
        </p>
      )}
    </>
  );
}
