import { Entry, EntryList } from "#components/ui/entry-list.tsx";
import { speakerName } from "#lib/exchange/cited-statement.ts";
import { SpokenWords } from "#components/statements/spoken-words.tsx";
import type { StatementLine } from "#lib/statements/types-ledger.ts";
import { shorten } from "#lib/text/shorten.ts";

const MAX_CHARACTERS = 150;

type StatementLinesProps = {
  statements: readonly StatementLine[];
  label: string;
  /** False on the page of the speaker. */
  hasSpeaker?: boolean;
};

/** Statements as dated lines: the words, who said them in which office, and where they were read. */
export function StatementLines({ statements, label, hasSpeaker = true }: StatementLinesProps) {
  return (
    <EntryList label={label}>
      {statements.map((statement) => (
        <Entry
          key={statement.id}
          href={statement.path}
          date={statement.day}
          title={
            <SpokenWords
              kind={statement.kind}
              words={shorten(statement.words.replace(/\s+/g, " "), MAX_CHARACTERS)}
            />
          }
          meta={metaOf(statement, hasSpeaker)}
        />
      ))}
    </EntryList>
  );
}

function metaOf(statement: StatementLine, hasSpeaker: boolean): string {
  const { speaker, article, saidOn, status } = statement;
  const parts = [
    ...(hasSpeaker ? [speakerName(statement), ...(speaker?.offices ?? [])] : []),
    article.outlet?.name,
    saidOn ? null : "day of publication",
    status === "suggested" && "suggested",
  ];
  return parts.filter(Boolean).join(" · ");
}
