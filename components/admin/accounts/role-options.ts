import type { Option } from "#components/admin/form/form-field-types.ts";
import type { Role } from "#lib/auth/role.ts";

const WHAT_THEY_MAY: Record<Role, string> = {
  reader: "reader: an account, no more than every reader sees",
  editor: "editor: articles, topics, people, outlets",
  admin: "admin: also users, all tokens, the audit",
};

/** Every role with what it opens. */
export const ROLE_OPTIONS: readonly Option[] = Object.entries(WHAT_THEY_MAY).map(
  ([value, label]) => ({ value, label }),
);
