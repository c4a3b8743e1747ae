import { Button } from "#components/ui/button.tsx";
import { CheckboxField, Field, TextField } from "#components/ui/field.tsx";
import { MAX_BATCH_BYTES } from "#lib/batches/schema.ts";
import styles from "./batches.module.css";

const HINT = `Archives, feeds, tables, JSON Lines or any number of single articles; up to ${MAX_BATCH_BYTES / 1024 ** 3} GB together, of which each article may have 5 MB.`;

/** Brings files of any size in; the browser itself sends them, a script is not needed. */
export function BatchForm() {
  return (
    <form method="post" action="/api/batches" encType="multipart/form-data" className={styles.form}>
      <Field id="files" label="Files" hint={HINT}>
        <input
          id="files"
          type="file"
          name="files"
          multiple
          required
          aria-describedby="files-hint"
        />
      </Field>
      <TextField
        id="name"
        name="name"
        label="Name"
        hint="How the list of imports calls it; the name of the first file where there is none."
        maxLength={200}
        autoComplete="off"
      />
      <TextField
        id="capturedOn"
        name="capturedOn"
        type="date"
        label="Captured on, if known"
        hint="The day the texts were copied: it tells which day “yesterday” was."
      />
      <div className={styles.checks}>
        <CheckboxField
          id="isDryRun"
          name="isDryRun"
          label="Dry run: say what would become of each, and store nothing"
        />
        <CheckboxField
          id="publish"
          name="publish"
          label="Publish at once what has a headline and a day"
        />
      </div>
      <div>
        <Button tone="primary">Send and import</Button>
      </div>
    </form>
  );
}
