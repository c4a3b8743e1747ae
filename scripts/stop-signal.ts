import { stopPrograms } from "#lib/runtime/run-program.ts";

const FORCED_EXIT_CODE = 130;
/** One Ctrl-C may arrive several times: from the terminal, from npm and from the launcher. */
const SAME_KEYPRESS_MS = 700;

/** Thrown between two steps once somebody has asked to stop; nobody needs to read it. */
export class StopRequested extends Error {}

export type StopSignal = {
  /** Settles when somebody asks to stop. */
  requested: Promise<void>;
  isRequested(): boolean;
  /** Throws `StopRequested` once somebody has. */
  check(): void;
};

/**
 * Listens for Ctrl-C, for signals to end, and for the death of the process that launched us. The
 * first is a request, and ends the programs that run for us; a second one ends us at once.
 */
export function listenForStop(): StopSignal {
  let requestedAt: number | undefined;
  const requested = new Promise<void>((resolve) => {
    const request = () => {
      if (requestedAt === undefined) {
        requestedAt = Date.now();
        stopPrograms();
        resolve();
      } else if (Date.now() - requestedAt > SAME_KEYPRESS_MS) {
        process.exit(FORCED_EXIT_CODE);
      }
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, request);
    process.once("disconnect", request);
  });
  return {
    requested,
    isRequested: () => requestedAt !== undefined,
    check: () => {
      if (requestedAt !== undefined) throw new StopRequested();
    },
  };
}
