import { Notice } from "#components/ui/notice.tsx";
import type { Ignored } from "#lib/search/query-tree.ts";

/** What of a query could not be used, and why; nothing where all could. */
export function IgnoredParts({ parts }: { parts: readonly Ignored[] }) {
  if (parts.length === 0) return null;
  return (
    <Notice tone="warning" isAnswer>
      {parts.map(({ text, reason }, i) => (
        <p key={i}>
          Not used: <code>{text}</code>, since {reason}.
        </p>
      ))}
    </Notice>
  );
}
