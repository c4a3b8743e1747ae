import { clippedWords, speakerWords } from "#components/admin/statements/statement-words.ts";
import { Entry, EntryList } from "#components/ui/entry-list.tsx";
import { Section } from "#components/ui/section.tsx";
import { filterOf, reviewPath, type ReviewQuery } from "#lib/statements/schema-review.ts";
import type { ReviewLine } from "#lib/statements/types-review.ts";

type QueueAheadProps = { lines: readonly ReviewLine[]; query: ReviewQuery };

/** What comes next, so that one may go straight to what one knows. */
export function QueueAhead({ lines, query }: QueueAheadProps) {
  if (lines.length === 0) return null;
  return (
    <Section id="ahead" title="Next in the queue">
      <EntryList label="Next in the queue">
        {lines.map((line) => (
          <Entry
            key={line.id}
            href={reviewPath({ ...filterOf(query), at: line.id })}
            title={clippedWords(line.words)}
            date=""
            dateLabel={`${Math.round(100 * line.confidence)} %`}
            meta={speakerWords(line)}
          />
        ))}
      </EntryList>
    </Section>
  );
}
