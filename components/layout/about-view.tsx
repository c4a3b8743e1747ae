import { MainAndAside } from "#components/ui/columns.tsx";
import { AboutFigures } from "#components/layout/about-figures.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import type { AboutPage } from "#lib/events/data-about.ts";
import { counted, inFigures } from "#lib/text/counted.ts";
import styles from "./about-view.module.css";

type AboutViewProps = { about: AboutPage; baseUrl: string; accessedOn: string };

/** What the archive is, what is and is not in it, and how to read and cite it. */
export function AboutView({ about, baseUrl, accessedOn }: AboutViewProps) {
  return (
    <>
      <PageHeading
        title="About this archive"
        lead="A public, searchable, citable archive of news on the diplomacy between the United Kingdom, the United States and Ukraine."
      />
      <MainAndAside aside={<AboutFigures about={about} />}>
        <div className={styles.prose}>
          <Contents about={about} />
          <Marks about={about} />
          <Sources />
          <Section id="rights" title="Rights">
            <p>
              The full text of a piece is shown only where its rights allow. Of others the archive
              shows an extract, or only who published what and when, with a link to the publisher.
              Pieces signed “Archive desk” are the archive’s own, written from the sources they
              name.
            </p>
          </Section>
          <Section id="cite" title="How to cite">
            <p>
              Every article and every event has an address that does not change. Each article page
              ends with a reference ready to copy, in this form:
            </p>
            <p className={styles.example}>
              Author, “Headline”, outlet, day of publication, The Diplomacy Archive, {baseUrl}
              /year/month/day/words-of-the-headline (accessed {formatDay(accessedOn)}).
            </p>
            <p>
              A statement in the <a href="/statements">ledger</a> is cited with its speaker, and by
              an address that opens the article at its words. It is offered as a file for reference
              managers, too.
            </p>
            <p>
              A piece that is withdrawn keeps its address and says so there. For machines there are
              an <a href="/feed.xml">Atom feed</a>, a <a href="/feed.json">JSON feed</a>, feeds for
              each topic, of statements, of each speaker and of any search, and an interface under{" "}
              <code>/api/v1</code>.
            </p>
          </Section>
        </div>
      </MainAndAside>
    </>
  );
}

function Contents({ about: { counts } }: { about: AboutPage }) {
  const { articles, events, firstDay, lastDay } = counts;
  return (
    <Section id="contents" title="What is in here, and what is not">
      <p>
        {counted(articles, "article")} and {counted(events, "event")}
        {firstDay && lastDay && `, from ${formatDay(firstDay)} to ${formatDay(lastDay)}`}: meetings,
        calls, visits, agreements, votes, sanctions, aid, negotiations and statements in which the
        three countries dealt with each other, with Russia, and with Europe and NATO where they bear
        on it.
      </p>
      <p>
        It is not a record of the war itself, and it is not complete: what is not here may well have
        happened. Days are those of the publisher or of the place; they are never shifted by the
        reader’s clock.
      </p>
    </Section>
  );
}

function Marks({ about: { counts } }: { about: AboutPage }) {
  return (
    <Section id="verified" title="How certain it is, and how that is marked">
      <ul className={styles.list}>
        <li>
          <b>Hollow marker, “to be verified”:</b> at least one fact has not been checked against a
          source that the archive names. {inFigures(counts.eventsToVerify)} of{" "}
          {inFigures(counts.events)} events are so marked now.
        </li>
        <li>
          <b>Dotted underline, “suggested”:</b> a program recognised a person, a topic or who said
          what in the text, and nobody has confirmed it yet. The{" "}
          <a href="/statements?confirmed=only">ledger of statements</a> can be read with what is
          confirmed only.
        </li>
        <li>
          <b>Italic headline, “proposed”:</b> the original came without a headline; the archive made
          one from its text.
        </li>
        <li>
          <b>Dates</b> are as exact as the sources: “March 2021” means that no day is known.
        </li>
      </ul>
    </Section>
  );
}

function Sources() {
  return (
    <Section id="sources" title="Sources">
      <p>
        Each event lists the pieces its facts were read in. Media owned or steered by a state are
        marked as one side’s account. A source whose public address is not certain is named without
        a link. What came in is kept unchanged as the original, and an article shows it as received
        where rights allow.
      </p>
    </Section>
  );
}
