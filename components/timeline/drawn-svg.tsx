import styles from "./drawn-svg.module.css";

/** Widths that a picture is drawn for, of a phone, a tablet and a desk. */
export const DRAWN_WIDTHS = { narrow: 358, middle: 784, wide: 1264 };

type DrawnSvgProps = { width: number; height: number; svg: string; label: string; name: string };

/** A picture as it was written for one of the widths; it is seen where that is the nearest. */
export function DrawnSvg({ name, width, height, svg, label }: DrawnSvgProps) {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={label}
      className={styles.picture}
      data-drawn={name}
      style={{ maxWidth: width * 1.3 }}
      // Written by lib/timeline/write-svg.ts, which escapes all text.
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
