/** What the exit codes of `archive` mean; its `--help` prints this table. */
export const EXIT_CODES = { ok: 0, failed: 1, usage: 2, someFailed: 3, interrupted: 130 } as const;

export const EXIT_CODES_HELP = `
Exit codes: 0 done · 1 failed · 2 wrong usage · 3 some of several articles failed · 130 interrupted`;

/** The exit code for work on several things of which some may have failed. */
export function exitCodeFor({ total, failed }: { total: number; failed: number }): number {
  if (failed === 0) return EXIT_CODES.ok;
  return failed === total ? EXIT_CODES.failed : EXIT_CODES.someFailed;
}
