import { CountList } from "#components/ui/count-list.tsx";
import { Section } from "#components/ui/section.tsx";
import type { AboutPage } from "#lib/events/data-about.ts";
import styles from "./about-figures.module.css";

const OUTLET_LIMIT = 12;

/** The archive in figures, as it is now. */
export function AboutFigures({ about }: { about: AboutPage }) {
  const { counts, people, organisations, topics, outlets, publishers } = about;
  return (
    <>
      <Section id="figures" title="In figures">
        <CountList
          unit=""
          items={[
            { key: "articles", label: "Articles", href: "/articles", count: counts.articles },
            { key: "events", label: "Events", href: "/timeline", count: counts.events },
            { key: "people", label: "People", href: "/people", count: people },
            {
              key: "organisations",
              label: "Organisations",
              href: "/people?kind=organisation",
              count: organisations,
            },
            { key: "topics", label: "Topics", href: "/topics", count: topics },
          ]}
        />
      </Section>
      <Section id="outlets" title="Articles by outlet">
        <CountList
          unit="articles"
          items={outlets.slice(0, OUTLET_LIMIT).map(({ slug, name, articleCount }) => ({
            key: slug,
            label: name,
            href: `/outlets/${slug}`,
            count: articleCount,
          }))}
        />
      </Section>
      <Section id="publishers" title="What the events rest on most">
        <ul className={styles.publishers}>
          {publishers.map(({ publisher, events, stateMedia }) => (
            <li key={publisher} className={styles.publisher}>
              <span>
                {publisher}
                {stateMedia && <span className={styles.note}> (state media)</span>}
              </span>
              <span className={styles.note}>
                {events} {events === 1 ? "event" : "events"}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
