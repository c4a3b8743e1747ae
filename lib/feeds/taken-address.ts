type Taken = { title: string; removedAt: Date | null };

const HOW_TO_FOLLOW_AGAIN = "Find it in the list, under what was removed, and follow it again.";

/** Why an address cannot be followed a second time, and what to do. */
export function describeTaken({ title, removedAt }: Taken): string {
  return removedAt
    ? `It was followed as “${title}” and removed. ${HOW_TO_FOLLOW_AGAIN}`
    : `It is followed already, as “${title}”.`;
}

/** Why a feed is paused that has moved to such an address, and what to do. */
export function describeMoveTo(address: string, { title, removedAt }: Taken): string {
  return removedAt
    ? `The feed has moved to ${address}, which was followed as “${title}” and removed. ${HOW_TO_FOLLOW_AGAIN}`
    : `The feed has moved to ${address}, where “${title}” is followed already.`;
}
