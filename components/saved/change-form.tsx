import type { ReactNode } from "react";
import type { SavedSearchChange } from "#lib/saved-searches/schema.ts";

type ChangeFormProps = {
  token: string;
  change: SavedSearchChange["do"];
  className?: string;
  children: ReactNode;
};

/** A form that changes something about a saved search; its children are fields and a button. */
export function ChangeForm({ token, change, className, children }: ChangeFormProps) {
  return (
    <form method="post" action={`/saved/${token}/change`} className={className}>
      <input type="hidden" name="do" value={change} />
      {children}
    </form>
  );
}
