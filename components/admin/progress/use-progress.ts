import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

const ASK_EVERY_MS = 2_000;

type Source<State> = {
  /** Where to ask. */
  path: string;
  /** True while it changes by itself. */
  isMoving: (state: State) => boolean;
};

/** The newest there is to know of work in the background; the page is made anew once its state is another. */
export function useProgress<State extends string, Progress extends { state: State }>(
  first: Progress,
  { path, isMoving }: Source<State>,
): Progress {
  const [latest, setLatest] = useState(first);
  const router = useRouter();
  // A page made anew may know more than what was asked for before.
  const isOutdated = latest.state !== first.state && !isMoving(first.state);
  const current = isOutdated ? first : latest;
  const isToAsk = isMoving(current.state) || isMoving(first.state);
  useEffect(() => {
    if (!isToAsk) return;
    const stop = new AbortController();
    const timer = setInterval(async () => {
      const next = await ask<Progress>(path, stop.signal);
      if (!next || stop.signal.aborted) return;
      setLatest(next);
      if (next.state !== first.state) router.refresh();
    }, ASK_EVERY_MS);
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [path, isToAsk, first.state, router]);
  return current;
}

async function ask<Progress>(path: string, signal: AbortSignal): Promise<Progress | null> {
  try {
    const response = await fetch(path, { signal });
    return response.ok ? ((await response.json()) as Progress) : null;
  } catch {
    // The archive is away for a moment: the next turn asks again.
    return null;
  }
}
