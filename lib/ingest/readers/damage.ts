import type { DraftWarning } from "../types.ts";

/** Said of a file that ends in the middle, after what it still holds has been read. */
export function damagedPart(): DraftWarning {
  return {
    code: "damaged",
    message:
      "The file is damaged: its text stops in the middle. Check the end of the article against its source.",
    span: null,
  };
}
