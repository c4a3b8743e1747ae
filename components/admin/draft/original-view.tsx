import { RECEIVED_WORDS } from "#components/admin/articles/received-words.ts";
import { controlId, fieldKind, spanId } from "#components/admin/draft/field-kinds.ts";
import kinds from "#components/admin/draft/field-kinds.module.css";
import { Instant } from "#components/ui/instant.tsx";
import type { OriginalLine } from "#lib/articles/explain-original.ts";
import type { OriginalText } from "#lib/originals/types.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./original-view.module.css";

type Props = { original: OriginalText; lines: OriginalLine[]; isCut: boolean };

/** The original as received, every stretch in the colour of the field it went to. */
export function OriginalView({ original, lines, isCut }: Props) {
  return (
    <section className={styles.pane} aria-labelledby="original">
      <div className={styles.head}>
        <h2 id="original" className={styles.title}>
          Original, unchanged
        </h2>
        <p className={styles.facts}>
          {original.fileName ?? "Text"}, {RECEIVED_WORDS[original.receivedVia]}{" "}
          {original.fetchedFrom && `from ${original.fetchedFrom} `}
          <Instant at={original.receivedAt} />
          {original.receivedBy && ` by ${original.receivedBy}`}, {original.encoding},{" "}
          {counted(original.byteLength, "byte")}.{" "}
          <a href={`/admin/originals/${original.id}`}>Open as received</a>
        </p>
      </div>
      <div
        className={styles.text}
        tabIndex={0}
        role="group"
        aria-label="Text of the original"
        data-original=""
      >
        {lines.map((line) => (
          <div key={line.number} className={styles.line}>
            <span className={styles.number} aria-hidden="true">
              {line.number}
            </span>
            <span className={styles.words}>
              {line.pieces.map((piece) => (
                <Piece key={piece.start} piece={piece} />
              ))}
            </span>
          </div>
        ))}
        {isCut && <p className={styles.facts}>The rest of this long original is not shown here.</p>}
      </div>
    </section>
  );
}

function Piece({ piece }: { piece: OriginalLine["pieces"][number] }) {
  const { kind, field, text, isStart, start, end } = piece;
  if (kind === "blank") return text;
  if (kind === "unused") {
    return (
      <span id={`unused-${start}-${end}`} className={styles.unused} title="Went into no field">
        {text}
      </span>
    );
  }
  if (kind === "furniture" || field === null) {
    return (
      <span className={styles.furniture} title="Page furniture, left out">
        {text}
      </span>
    );
  }
  return (
    <a
      id={isStart ? spanId(field) : undefined}
      href={`#${controlId(field)}`}
      className={`${kinds.kind} ${styles.field}`}
      data-kind={fieldKind(field)}
      data-span={field}
      // The controls are what Tab walks; from the text one goes by pointer or touch.
      tabIndex={-1}
    >
      {text}
    </a>
  );
}
