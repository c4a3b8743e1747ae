import { ActionForm } from "#components/admin/form/action-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { setVersionAsideAction, takeVersionAction } from "#lib/articles/actions-versions.ts";
import type { VersionInFull } from "#lib/articles/types-admin.ts";
import styles from "./version-decision.module.css";

/** Take a version of the page over, with or without what people corrected, or set it aside. */
export function VersionDecision({ version }: { version: VersionInFull }) {
  const { articleId, originalId, state, isCurrent, isInBin } = version;
  if (isInBin || isCurrent) return null;
  const hidden = { articleId, originalId };
  return (
    <div className={styles.decision}>
      {state === "set_aside" && (
        <Notice tone="good" isAnswer title="Set aside">
          <p>Its original stays with the article. It can still be taken over.</p>
        </Notice>
      )}
      <div className={styles.buttons}>
        <ActionForm
          action={takeVersionAction}
          hidden={{ ...hidden, baseVersion: String(version.version) }}
          submit="Take it over"
        >
          <Kept kept={version.kept} />
        </ActionForm>
        {state !== "set_aside" && (
          <ActionForm
            action={setVersionAsideAction}
            hidden={hidden}
            submit="Set it aside"
            tone="plain"
          />
        )}
      </div>
    </div>
  );
}

function Kept({ kept }: Pick<VersionInFull, "kept">) {
  if (kept.length === 0) return null;
  return (
    <fieldset className={styles.kept}>
      <legend>Corrected here, and otherwise in the new version too: the correction stays</legend>
      {kept.map(({ field, label, ours, theirs }) => (
        <div key={field} className={styles.field}>
          <p className={styles.label}>{label}</p>
          {field !== "paragraphs" && (
            <>
              <p>
                <span className={styles.whose}>Here</span> {ours || "nothing"}
              </p>
              <p>
                <span className={styles.whose}>New version</span> {theirs || "nothing"}
              </p>
            </>
          )}
          <label className={styles.choice}>
            <input type="checkbox" name="takes" value={field} />
            Take the new version’s {field === "paragraphs" && "text, with the corrections that fit"}
          </label>
        </div>
      ))}
    </fieldset>
  );
}
