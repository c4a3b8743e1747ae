import type { Option } from "#components/admin/form/form-field-types.ts";

/** What a browser completes a field from that names it in `list`. */
export function OptionList({ id, options }: { id: string; options: readonly Option[] }) {
  return (
    <datalist id={id}>
      {options.map(({ value, label }) => (
        <option key={value} value={value} label={label} />
      ))}
    </datalist>
  );
}
