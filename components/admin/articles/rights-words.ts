import type { Option } from "#components/admin/form/form-field-types.ts";
import type { Rights } from "#lib/articles/types.ts";
import { EXTRACT_MAX_WORDS } from "#lib/articles/visible-body.ts";

/** How much of an article readers may see; fits after “readers see”. */
export const RIGHTS_WORDS: Readonly<Record<Rights, string>> = {
  full_text: "the full text",
  extract: `an extract of ${EXTRACT_MAX_WORDS} words`,
  metadata_only: "its details only",
};

export const RIGHTS_OPTIONS: readonly Option[] = Object.entries(RIGHTS_WORDS).map(
  ([value, label]) => ({ value, label }),
);
