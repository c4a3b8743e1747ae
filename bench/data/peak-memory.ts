import { readFileSync } from "node:fs";

const KIB = 1024;

/**
 * The most memory that this process has had resident, in bytes. Linux hands the mark that
 * `getrusage` reports down from the process that started this one, so there it is read from
 * `/proc`, whose mark (`VmHWM`, proc_pid_status(5)) begins with the program.
 */
export function peakMemoryBytes(): number {
  const own = process.platform === "linux" && readStatus().match(/^VmHWM:\s+(\d+) kB$/m);
  return (own ? Number(own[1]) : process.resourceUsage().maxRSS) * KIB;
}

function readStatus(): string {
  try {
    return readFileSync("/proc/self/status", "utf8");
  } catch {
    return "";
  }
}
