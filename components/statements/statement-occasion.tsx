import { formatDay } from "#lib/dates/calendar-day.ts";
import { formatEdtf } from "#lib/dates/edtf.ts";
import type { StatementLine } from "#lib/statements/types-ledger.ts";

type Dated = Pick<StatementLine, "day" | "saidOn" | "article">;

/** When it was said; where the article does not tell, that, and when it was published. */
export function SaidOn({ statement: { day, saidOn, article } }: { statement: Dated }) {
  if (saidOn) return <time dateTime={day}>{formatEdtf(saidOn)}</time>;
  return (
    <>
      date not given; published{" "}
      <time dateTime={article.publishedOn}>{formatDay(article.publishedOn)}</time>
    </>
  );
}
