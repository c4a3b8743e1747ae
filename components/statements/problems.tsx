import { Notice } from "#components/ui/notice.tsx";

/** What of an address could not be used; nothing where all could. */
export function Problems({ problems }: { problems: readonly string[] }) {
  if (problems.length === 0) return null;
  return (
    <Notice tone="warning" isAnswer>
      {problems.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
    </Notice>
  );
}
