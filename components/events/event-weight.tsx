import { Section } from "#components/ui/section.tsx";
import type { Importance } from "#lib/events/importance.ts";
import { weightOf } from "#lib/events/weight.ts";
import styles from "./event-weight.module.css";

type EventWeightProps = { importance: Importance; lift: number };

/** Why the event weighs what it does where the timeline cannot name all. */
export function EventWeight({ importance, lift }: EventWeightProps) {
  const { score, reasons } = importance;
  const weight = weightOf({ importance: score, lift });
  return (
    <Section id="weight" title="Why this weight" aside={`${weight} of 100`}>
      <p className={styles.lead}>
        The timeline names what weighs most first. The number is computed from what is archived; it
        says nothing about right or wrong.
      </p>
      <table className={styles.table}>
        <caption className={styles.caption}>Points by reason</caption>
        <tbody>
          {reasons.map(({ about, points, of, text }) => (
            <tr key={about}>
              <th scope="row">{text}</th>
              <td>
                {points} <span className={styles.of}>of {of}</span>
              </td>
            </tr>
          ))}
          {lift !== 0 && (
            <tr>
              <th scope="row">
                An editor {lift > 0 ? "lifted" : "lowered"} it by {Math.abs(lift)}{" "}
                {Math.abs(lift) === 1 ? "step" : "steps"}.
              </th>
              <td>
                {lift > 0 ? "+" : "−"}
                {Math.abs(weightOf({ importance: 50, lift }) - 50)}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </Section>
  );
}
