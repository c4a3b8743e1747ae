import type { ReactNode } from "react";
import { ChangeList } from "#components/admin/understanding/change-list.tsx";
import { Section } from "#components/ui/section.tsx";
import { counted, inFigures } from "#lib/text/counted.ts";
import type { DefinitionPreview } from "#lib/understanding/types.ts";
import styles from "./understanding.module.css";

type DefinitionPreviewProps = { preview: DefinitionPreview; children: ReactNode };

/** What a definition as it is typed would change; `children`: how to see more. */
export function DefinitionPreviewSection({ preview, children }: DefinitionPreviewProps) {
  const { looked, gained, lost, others, lines } = preview;
  return (
    <Section title="What would change" id="preview">
      <div className={styles.preview}>
        <p role="status">
          Nothing is saved yet. Of the newest {counted(looked, "article")}, {inFigures(gained)}{" "}
          would gain something by it and {inFigures(lost)} would lose something.
          {others > 0 && ` In ${inFigures(others)}, something else is understood otherwise too.`}
        </p>
        {lines.length > 0 && <ChangeList changes={lines} label="Articles that would change" />}
        <div>{children}</div>
      </div>
    </Section>
  );
}
