import type { ReactNode } from "react";
import type { Option } from "#components/admin/form/form-field-types.ts";
import { OptionList } from "#components/admin/form/option-list.tsx";
import { TextField } from "#components/ui/field.tsx";

type SuggestedFieldProps = {
  id: string;
  name: string;
  label: string;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  value: string;
  options: readonly Option[];
};

/** A line of text that the browser completes from a list. */
export function SuggestedField({ value, options, ...field }: SuggestedFieldProps) {
  const listId = `${field.id}-list`;
  return (
    <>
      <TextField {...field} list={listId} defaultValue={value} autoComplete="off" />
      <OptionList id={listId} options={options} />
    </>
  );
}
