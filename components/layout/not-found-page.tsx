import { TimelineEntryLine } from "#components/timeline/timeline-entry.tsx";
import { EntryList } from "#components/ui/entry-list.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import { calendarSpan, dayPath, type CalendarSpan } from "#lib/events/calendar-span.ts";
import { getDayNeighbours } from "#lib/events/data-calendar.ts";
import { listTimeline } from "#lib/events/data-timeline.ts";
import { getRequestContext, setDocumentStatus } from "#lib/http/request-context.ts";
import { wordsOfAddress } from "#lib/text/address-words.ts";
import styles from "./not-found-page.module.css";

const NEARBY_LIMIT = 8;

/**
 * The answer where nothing stands at an address, with status 404. A page returns it instead of
 * calling Next's `notFound`, whose answer is empty for readers without JavaScript.
 */
export async function NotFoundPage() {
  setDocumentStatus(404);
  const { path } = getRequestContext();
  const words = wordsOfAddress(path);
  const span = spanOfAddress(path);
  return (
    <div className={styles.page}>
      <title>Not found · The Diplomacy Archive</title>
      <meta name="robots" content="noindex" />
      <PageHeading
        kicker="Not found"
        title="There is nothing at this address"
        lead="It may have been mistyped, or what stood here was never published."
      />
      {words && <SearchForWords words={words} />}
      {span && <Nearby span={span} />}
      <p>
        Or go on from the <a href="/">front page</a>, the <a href="/timeline">timeline</a>, the{" "}
        <a href="/topics">topics</a> or the <a href="/people">people</a>.
      </p>
    </div>
  );
}

function SearchForWords({ words }: { words: string }) {
  return (
    <p>
      Search the archive for{" "}
      <a href={`/search?${new URLSearchParams({ q: words })}`} rel="nofollow">
        {words}
      </a>
      .
    </p>
  );
}

async function Nearby({ span }: { span: CalendarSpan }) {
  const filter = { lanes: [], topicId: null, from: span.from, to: span.to };
  const page = { page: 1, pageSize: NEARBY_LIMIT, order: "newest" } as const;
  const { entries } = await listTimeline(filter, page);
  if (entries.length === 0) return <NearestDays span={span} />;
  return (
    <Section title={`In the archive for ${span.label}`} id="nearby">
      <EntryList>
        {entries.map((entry) => (
          <TimelineEntryLine key={entry.path} entry={entry} />
        ))}
      </EntryList>
    </Section>
  );
}

async function NearestDays({ span }: { span: CalendarSpan }) {
  const { previous, next } = await getDayNeighbours(span);
  const days = [previous, next].filter((day) => day !== null);
  if (days.length === 0) return null;
  return (
    <p>
      The archive has nothing for {span.label}. The nearest days with something:{" "}
      {days.map((day, i) => (
        <span key={day}>
          {i > 0 && " and "}
          <a href={dayPath(day)}>{formatDay(day)}</a>
        </span>
      ))}
      .
    </p>
  );
}

/** The most exact span that the address begins with: of `/2025/02/30`, February 2025. */
function spanOfAddress(path: string): CalendarSpan | null {
  const [year = "", month, day] = path
    .split(/[/?#]/)
    .slice(1)
    .map((part) => part || undefined);
  return (
    (month && day && calendarSpan(year, month, day)) ||
    (month && calendarSpan(year, month)) ||
    calendarSpan(year)
  );
}
