import { clippedWords } from "#components/admin/statements/statement-words.ts";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { unknownPath, type UnknownQuery } from "#lib/statements/schema-unknown.ts";
import type { UnknownSpeaker, UnknownSpeakers } from "#lib/statements/types-unknown.ts";
import { counted } from "#lib/text/counted.ts";

const COLUMNS: readonly Column<UnknownSpeaker>[] = [
  {
    key: "speaker",
    heading: "As articles say",
    cell: ({ speakerText }) => <a href={unknownPath({ speaker: speakerText })}>{speakerText}</a>,
  },
  {
    key: "statements",
    heading: "Statements",
    cell: ({ statementCount }) => statementCount,
    isFigure: true,
  },
  {
    key: "articles",
    heading: "Articles",
    cell: ({ articleCount }) => articleCount,
    isFigure: true,
  },
  { key: "example", heading: "For example", cell: ({ example }) => clippedWords(example) },
];

type UnknownSpeakersProps = { speakers: UnknownSpeakers; query: UnknownQuery };

/** Who speaks in articles and is nobody whom the archive knows, who says most first. */
export function UnknownSpeakersTable({ speakers, query }: UnknownSpeakersProps) {
  const { items, total, pageCount } = speakers;
  const isNamed = query.list === "named";
  const none = isNamed ? "Every speaker named is known." : "No speaker is only described.";
  return (
    <>
      <p>
        {isNamed ? (
          <>
            Those whom articles name.{" "}
            <a href={unknownPath({ list: "described" })}>Those only described</a>
          </>
        ) : (
          <>
            Those whom articles only describe. <a href={unknownPath({})}>Those named</a>
          </>
        )}
      </p>
      {items.length === 0 ? (
        <EmptyState title={total === 0 ? none : "There is no such page."} />
      ) : (
        <DataTable
          caption={counted(total, "speaker")}
          columns={COLUMNS}
          rows={items}
          keyOf={({ speakerText }) => speakerText}
        />
      )}
      <Pagination
        page={query.page}
        pageCount={pageCount}
        hrefFor={(page) => unknownPath({ ...query, page })}
        label="Speakers"
      />
    </>
  );
}
