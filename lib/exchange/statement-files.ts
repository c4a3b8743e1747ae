import { today } from "#lib/dates/today.ts";
import { getEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { chicagoNote } from "#lib/exchange/chicago-note.ts";
import { toBibtex, toCslJson, toRis } from "#lib/exchange/citation-files.ts";
import { citeStatement } from "#lib/exchange/citation.ts";
import type { CitedStatement } from "#lib/exchange/cited-statement.ts";
import { citationKey, toCslItem } from "#lib/exchange/csl-item.ts";
import { getStatement } from "#lib/statements/data-statement.ts";

type Write = (statement: CitedStatement, baseUrl: string, accessedOn: string) => string;

/** The files that a statement's citation is offered as, by their ending. */
export const CITATION_FILES = {
  bib: {
    mediaType: "application/x-bibtex; charset=utf-8",
    write: (...cited) => toBibtex(toCslItem(...cited)),
  },
  ris: {
    mediaType: "application/x-research-info-systems; charset=utf-8",
    write: (...cited) => toRis(toCslItem(...cited)),
  },
  json: {
    mediaType: "application/vnd.citationstyles.csl+json",
    write: (...cited) => toCslJson(toCslItem(...cited)),
  },
  txt: {
    mediaType: "text/plain; charset=utf-8",
    write: (...cited) => `${citeStatement(...cited)}\n\n${chicagoNote(...cited)}\n`,
  },
} satisfies Record<string, { mediaType: string; write: Write }>;

/**
 * The citation of a statement as a file to keep. Throws `AppError` "not_found" for what readers
 * cannot see, and "gone" for what they no longer can.
 */
export async function citationFile(
  id: string,
  ending: keyof typeof CITATION_FILES,
): Promise<Response> {
  const found = await getStatement(id);
  if (!found) throw new AppError("not_found", "There is no such statement.");
  if (found.state === "gone") throw new AppError("gone", "This statement was taken back.");
  const { mediaType, write } = CITATION_FILES[ending];
  const { statement } = found;
  return new Response(write(statement, getEnv().ARCHIVE_URL, today()), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename="${citationKey(statement)}.${ending}"`,
    },
  });
}
