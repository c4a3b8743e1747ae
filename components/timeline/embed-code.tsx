import { TextAreaField } from "#components/ui/field.tsx";
import { getEnv } from "#lib/env.ts";
import { frameHtml, type EmbedFrame } from "#lib/exchange/embed-frame.ts";
import styles from "./embed-code.module.css";

/** The HTML by which another site shows a page of ours, to be copied. */
export function EmbedCode({ frame }: { frame: EmbedFrame }) {
  return (
    <details className={styles.embed}>
      <summary>Embed</summary>
      <TextAreaField
        id="embed-code"
        label="HTML for another site’s page"
        hint={
          <>
            It shows <a href={frame.path}>this view</a>, without cookies or scripts of ours.
          </>
        }
        rows={4}
        readOnly
        spellCheck={false}
        defaultValue={frameHtml(frame, getEnv().ARCHIVE_URL)}
      />
    </details>
  );
}
