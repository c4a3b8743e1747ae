import type { ReactNode } from "react";
import { Badge } from "#components/ui/badge.tsx";

/** A headline's words; one that the archive proposed is italic and says so. */
export function ArticleHeadline({
  isProposed,
  children,
}: {
  isProposed: boolean;
  children: ReactNode;
}) {
  if (!isProposed) return <>{children}</>;
  return (
    <>
      <i>{children}</i> <Badge tone="unsure">proposed</Badge>
    </>
  );
}
