/** What a person should know before a draft is published, in words that say what to do. */
import type { FieldsOfDraft } from "./coverage.ts";
import type { Layout } from "./layout.ts";
import type { DraftWarning } from "./types.ts";

/** The warnings about a draft as a whole; those about decoding and dates are found elsewhere. */
export function warnAboutDraft(draft: FieldsOfDraft, layout: Layout): DraftWarning[] {
  if (draft.text.trim() === "") {
    return [warning("empty", "There is no text. Paste or choose the article again.")];
  }
  const warnings: DraftWarning[] = [];
  if (draft.headlineProposed) {
    warnings.push(
      warning(
        "proposed-headline",
        "No headline was found; this one is proposed from the first sentence. Check it, or enter the real one.",
      ),
    );
  }
  if (draft.paragraphs.length === 0) {
    warnings.push(
      warning(
        "no-body",
        "No body text was found, only a header. Add the text, or archive the details only.",
      ),
    );
  }
  const { value: language } = draft.language;
  if (language !== "en" && !language.startsWith("en-") && language !== "und") {
    warnings.push(
      warning(
        "not-english",
        `The text seems to be in another language (${language}). Check the language before publishing.`,
      ),
    );
  }
  if (!layout.understoodMarkdown) {
    warnings.push(
      warning(
        "markdown-as-plain",
        "The text is too long or too involved to be read as Markdown, so its marks were left in. Check headings and links.",
      ),
    );
  }
  return [...warnings, ...warnAboutFrontMatter(draft, layout)];
}

function warnAboutFrontMatter(draft: FieldsOfDraft, { frontMatter }: Layout): DraftWarning[] {
  if (!frontMatter) return [];
  const wasRead = draft.furniture.some(
    ({ rule, span }) => rule === "field-label" && span !== null && span.start < frontMatter.end,
  );
  if (wasRead) return [];
  const message =
    "The front matter could not be read. Enter its headline, date and authors by hand.";
  return [{ code: "front-matter-unreadable", message, span: frontMatter }];
}

function warning(code: DraftWarning["code"], message: string): DraftWarning {
  return { code, message, span: null };
}
