import type { DraftFieldsProps } from "#components/admin/draft/draft-fields.tsx";
import { FieldFrame } from "#components/admin/draft/field-frame.tsx";
import { controlId } from "#components/admin/draft/field-kinds.ts";
import { TextAreaField } from "#components/ui/field.tsx";

const MIN_ROWS = 8;
const MAX_ROWS = 28;
const CHARACTERS_A_ROW = 75;

/** The whole text; the paragraph with the caret is the one that is marked in the original. */
export function BodyField({ fields, explanations, errors }: DraftFieldsProps) {
  const { paragraphs } = fields;
  const rowCount = paragraphs.reduce(
    (sum, { length }) => sum + Math.ceil(length / CHARACTERS_A_ROW) + 1,
    0,
  );
  const error = Object.entries(errors).find(([path]) => path.startsWith("paragraphs"))?.[1];
  return (
    <FieldFrame field="paragraphs" explanation={explanations["paragraphs.0"]}>
      <TextAreaField
        id={controlId("paragraphs")}
        name="body"
        label="Text"
        hint="A blank line separates paragraphs."
        rows={Math.min(MAX_ROWS, Math.max(MIN_ROWS, rowCount))}
        error={error}
        defaultValue={paragraphs.join("\n\n")}
      />
    </FieldFrame>
  );
}
