import type { CSSProperties } from "react";
import type { ComparedPart } from "#lib/search/compare-query.ts";
import styles from "./compare-swatch.module.css";

/** Two searches as a page names them. */
export type ComparedNames = { first: string; second: string };

type CompareSwatchProps = {
  part: ComparedPart;
  /** Of a place of its own size; without it, a square as high as a letter. */
  className?: string;
  style?: CSSProperties;
};

/** How a part of a comparison looks, in its picture as in headings and legends. */
export function CompareSwatch({ part, className = styles.swatch, style }: CompareSwatchProps) {
  return (
    <span
      className={`${styles.fill} ${className}`}
      data-part={part}
      style={style}
      aria-hidden="true"
    />
  );
}
