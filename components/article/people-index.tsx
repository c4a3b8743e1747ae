import { Section } from "#components/ui/section.tsx";
import type { ActorKind, ActorWithCounts } from "#lib/actors/types.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./people-index.module.css";

const KINDS: readonly { kind: ActorKind; label: string }[] = [
  { kind: "person", label: "People" },
  { kind: "organisation", label: "Organisations" },
  { kind: "country", label: "Countries" },
];
/** The archive's own three first; the others by how many there are. */
const FIRST_COUNTRIES = ["United Kingdom", "United States", "Ukraine"];
const ELSEWHERE = "Elsewhere and international";

type PeopleIndexProps = { actors: readonly ActorWithCounts[]; kind: ActorKind };

/** Everyone of a kind, by the country they speak for. */
export function PeopleIndex({ actors, kind }: PeopleIndexProps) {
  return (
    <>
      <nav aria-label="Kinds" className={styles.kinds}>
        {KINDS.map((each) => (
          <a
            key={each.kind}
            href={each.kind === "person" ? "/people" : `/people?kind=${each.kind}`}
            aria-current={each.kind === kind ? "page" : undefined}
          >
            {each.label}
          </a>
        ))}
      </nav>
      <div className={styles.groups}>
        {groupByCountry(actors, kind).map(([country, members]) => (
          <Section
            key={country}
            id={country.toLowerCase().replaceAll(" ", "-")}
            title={country}
            aside={members.length}
          >
            <ul className={styles.people}>
              {members.map((actor) => (
                <Person key={actor.id} actor={actor} />
              ))}
            </ul>
          </Section>
        ))}
      </div>
    </>
  );
}

function Person({ actor: { id, name, latestOffice, articleCount } }: { actor: ActorWithCounts }) {
  return (
    <li className={styles.person}>
      <span>
        <a href={`/people/${id}`}>{name}</a>
        {latestOffice && <span className={styles.office}>{latestOffice}</span>}
      </span>
      {articleCount > 0 && <span className={styles.count}>{counted(articleCount, "article")}</span>}
    </li>
  );
}

function groupByCountry(
  actors: readonly ActorWithCounts[],
  kind: ActorKind,
): [string, ActorWithCounts[]][] {
  if (kind === "country") return [["Countries", [...actors]]];
  const groups = Map.groupBy(actors, ({ country }) => country ?? ELSEWHERE);
  const rank = (country: string) => {
    const place = FIRST_COUNTRIES.indexOf(country);
    return place === -1 ? FIRST_COUNTRIES.length : place;
  };
  return [...groups].sort(
    ([a, ofA], [b, ofB]) =>
      rank(a) - rank(b) || ofB.length - ofA.length || a.localeCompare(b, "en"),
  );
}
