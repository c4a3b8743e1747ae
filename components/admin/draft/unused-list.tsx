import { SelectField } from "#components/ui/field.tsx";
import { Section } from "#components/ui/section.tsx";
import type { OriginalPiece } from "#lib/articles/explain-original.ts";
import { TAKE_TARGETS, type TakeTarget } from "#lib/articles/take-unused.ts";
import { inFigures } from "#lib/text/counted.ts";
import styles from "./unused-list.module.css";

const MAX_WORDS_SHOWN_CHARACTERS = 240;

const TARGET_LABELS: Readonly<Record<TakeTarget, string>> = {
  headline: "the headline",
  summary: "the summary",
  byline: "a by-line",
  credit: "a media credit",
  dateline: "the dateline",
  outlet: "the outlet",
  sourceUrl: "the address of the source",
  paragraph: "a paragraph",
  furniture: "page furniture, to be left out",
};

/** What went into no field, so that nothing is lost silently; each can be given to one. */
export function UnusedList({ unused, count }: { unused: readonly OriginalPiece[]; count: number }) {
  if (count === 0) return null;
  return (
    <Section title="Not used" id="unused" level={3} aside={`${inFigures(count)} of the original`}>
      <ul className={styles.list}>
        {unused.map(({ start, end, text }) => (
          <li key={start} className={styles.item} data-field={`unused-${start}-${end}`}>
            <a href={`#unused-${start}-${end}`} className={styles.words}>
              {text.trim().slice(0, MAX_WORDS_SHOWN_CHARACTERS)}
            </a>
            <SelectField
              id={`take-${start}-${end}`}
              name={`take.${start}-${end}`}
              label="Take this as"
              aria-label={`Take “${text.trim().slice(0, 40)}” as`}
              defaultValue=""
            >
              <option value="">leave it unused</option>
              {TAKE_TARGETS.map((target) => (
                <option key={target} value={target}>
                  {TARGET_LABELS[target]}
                </option>
              ))}
            </SelectField>
          </li>
        ))}
      </ul>
      {count > unused.length && <p>And {inFigures(count - unused.length)} more further down.</p>}
    </Section>
  );
}
