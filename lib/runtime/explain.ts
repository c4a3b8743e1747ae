import { AppError } from "#lib/errors.ts";

type Explanation = { pattern: RegExp; sentence: string };

/** Looked for in the code and message of an error, and in what PostgreSQL printed. */
const DISK_FULL: Explanation = {
  pattern: /ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i,
  sentence: "The disk is full. Free some space and start again; nothing stored was lost.",
};
const DISK_PROBLEMS: readonly Explanation[] = [
  DISK_FULL,
  {
    pattern: /EROFS|read-only file system/i,
    sentence:
      "The disk is read-only. Choose a folder that can be written with ARCHIVE_DATA_DIR, and start again.",
  },
  {
    pattern: /ENOTDIR|EEXIST|is not a directory/i,
    sentence: "There is a file where a folder is needed. Move it, or set ARCHIVE_DATA_DIR.",
  },
  {
    pattern: /EACCES|EPERM|permission denied|not owned by/i,
    sentence:
      "Permission was denied. Choose a folder of your own with ARCHIVE_DATA_DIR, or give this account the right to write there.",
  },
];

/**
 * A fault met while starting as one sentence that says what happened and what to do. `doing` is
 * what failed, as in "The data folder /x cannot be opened". Errors raised on purpose stay as
 * they are; unknown ones keep their own message.
 */
export function explainProblem(doing: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { code = "", message = String(error) } = error as { code?: string; message?: string };
  const known = DISK_PROBLEMS.find(({ pattern }) => pattern.test(`${code} ${message}`));
  return new AppError("unavailable", `${doing}. ${known?.sentence ?? lastLine(message)}`, {
    cause: error,
  });
}

/** Whether an error, of whatever kind, says that the disk is full. */
export function isDiskFull(error: unknown): boolean {
  return DISK_FULL.pattern.test(String(error));
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
