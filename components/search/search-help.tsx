import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import styles from "./search-help.module.css";

type Example = readonly [query: string, meaning: string];

const WORDS: readonly Example[] = [
  ["peace talks", "both words, in any form"],
  ['"peace plan"', "these words next to each other"],
  ["talks -Geneva", "without a word"],
  ["grain or wheat", "either; brackets set parts of a search apart"],
  ["troops near/5 guarantee", "within five words of each other"],
  ["negoti*", "words that begin so, from three letters on"],
];
const SPELLINGS: readonly Example[] = [
  ["cafe", "café: accents, apostrophes and capitals make no difference"],
  ["cease-fire", "also ceasefire and cease fire"],
  ["US", "also U.S. and USA; within quotes us is the pronoun, too"],
  ["Kiev", "also Kyiv; likewise Zelenskyy, labour and labor"],
  ["$1bn", "also 1 billion; likewise 1,000 and 1000, F-16 and F16"],
  ["війна", "Ukrainian words in any case: війни, війною"],
];
const FIELDS: readonly Example[] = [
  ["title:ceasefire", "in the headline; body: in the text"],
  ["said:backstop", "in the words of somebody who is quoted or reported"],
  ["said:(backstop speaker:Starmer)", "in the words of one person"],
  ["person:Witkoff", "articles that name somebody"],
  ["topic:sanctions", "a topic; likewise outlet: and country:"],
  ["has:quote", "with words in quotation marks; kind: direct, mixed or indirect"],
  ["lang:uk", "in a language, by its code"],
  ["in:2025-02", "published then; likewise on:, before: and after:"],
];

/** What the search understands, each by an example that can be followed. */
export function SearchHelp() {
  return (
    <>
      <PageHeading
        title="How to search"
        lead="Each example is a search to follow. A page of results says what of a search it could not use."
      />
      <div className={styles.lists}>
        <Section id="words" title="Words">
          <Examples examples={WORDS} />
        </Section>
        <Section id="spellings" title="Spellings">
          <Examples examples={SPELLINGS} />
        </Section>
        <Section id="fields" title="Fields">
          <Examples examples={FIELDS} />
        </Section>
      </div>
      <p className={styles.note}>
        Beside what is found stand topics, people, countries, outlets and years, with the number of
        articles that each leads to. Add as many as you like: an article then has all of them, or,
        once you match any, one of them is enough. What you exclude is left out. All that you chose
        stands above the results, each a link that takes it out again.
      </p>
      <p className={styles.note}>
        While you type, the box suggests topics, people, outlets and countries, and what you
        searched for before. Past searches are kept in this browser only; “Forget my past searches”
        under the box removes them. In an article that a search led to, <kbd>n</kbd> and{" "}
        <kbd>p</kbd> go from match to match.
      </p>
    </>
  );
}

function Examples({ examples }: { examples: readonly Example[] }) {
  return (
    <dl className={styles.examples}>
      {examples.map(([query, meaning]) => (
        <div key={query} className={styles.example}>
          <dt>
            <a href={`/search?${new URLSearchParams({ q: query })}`}>
              <code>{query}</code>
            </a>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
