import { Fragment } from "react";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { ComparedPart } from "#lib/statements/types-ledger.ts";
import styles from "./compared-words.module.css";

type ComparedWordsProps = {
  parts: readonly ComparedPart[];
  /** What is said before the words of either side, for those who hear the page. */
  removed?: string;
  added?: string;
};

/** Two versions of the same words in one: struck what only the first has, underlined what is new. */
export function ComparedWords({ parts, removed = "removed", added = "added" }: ComparedWordsProps) {
  return (
    <span className={styles.words}>
      {parts.map(({ text, side }, i) => {
        if (side === "both") return <Fragment key={i}>{text}</Fragment>;
        const [Mark, word] =
          side === "here" ? (["del", removed] as const) : (["ins", added] as const);
        return (
          <Mark key={i}>
            <VisuallyHidden>{` (${word}: `}</VisuallyHidden>
            {text}
            <VisuallyHidden>{") "}</VisuallyHidden>
          </Mark>
        );
      })}
    </span>
  );
}
