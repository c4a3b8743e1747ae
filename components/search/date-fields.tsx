import { TextField } from "#components/ui/field.tsx";
import type { ParsedSearch } from "#lib/search/parse-query.ts";

/** The days within which a search looks, as typed, with what could not be read of them. */
export function DateFields({ given, problems }: Pick<ParsedSearch, "given" | "problems">) {
  return (
    <>
      <TextField
        id="from"
        name="from"
        label="From"
        placeholder="2025, Feb 2022 …"
        defaultValue={given.from}
        error={problems.from}
      />
      <TextField
        id="to"
        name="to"
        label="To"
        placeholder="27 Feb 2025 …"
        defaultValue={given.to}
        error={problems.to}
      />
    </>
  );
}
