import { Fragment } from "react";
import type { CommitmentLine, NamedActor } from "#lib/commitments/types.ts";

/** Who promised, and to whom: `Keir Starmer, to Ukraine`. */
export function CommitmentNames({ line: { by, to } }: { line: Pick<CommitmentLine, "by" | "to"> }) {
  return (
    <>
      <Names actors={by} />
      {to.length > 0 && (
        <>
          , to <Names actors={to} />
        </>
      )}
    </>
  );
}

function Names({ actors }: { actors: readonly NamedActor[] }) {
  return actors.map(({ id, name }, i) => (
    <Fragment key={id}>
      {i > 0 && (i === actors.length - 1 ? " and " : ", ")}
      <a href={`/people/${id}`}>{name}</a>
    </Fragment>
  ));
}
