/** The paragraphs of a page that says nothing else. */
export const GRAIN_TALKS = [
  "The government of Northmark has offered to host a new round of talks on grain exports.",
  "Tom Reed, its foreign minister, said: “We will stay as long as it takes.”",
] as const;

export type TestPage = {
  /** What it says its address is. */
  address?: string;
  headline?: string;
  /** `YYYY-MM-DD`. */
  date?: string;
  modified?: string;
  outlet?: string;
  menu?: string;
  body?: readonly string[];
};

/** A web page as its outlet sends it. */
export function pageOf({ menu = "Home", body = GRAIN_TALKS, ...page }: TestPage = {}): string {
  const { headline = "Northmark offers to host grain talks", date = "2025-02-27" } = page;
  const meta = (name: string, content: string | undefined) =>
    content ? `<meta property="${name}" content="${content}">` : "";
  return `<!doctype html><html lang="en"><head><title>${headline}</title>
${page.address ? `<link rel="canonical" href="${page.address}">` : ""}
${meta("og:site_name", page.outlet)}
${meta("article:published_time", `${date}T09:00:00Z`)}
${meta("article:modified_time", page.modified && `${page.modified}T10:00:00Z`)}
</head><body><nav>${menu}</nav><article><h1>${headline}</h1>
${body.map((paragraph) => `<p>${paragraph}</p>`).join("\n")}</article></body></html>`;
}

/** A page as it is archived. */
export function toIncoming(html: string) {
  return {
    bytes: new TextEncoder().encode(html),
    mediaType: "text/html",
    receivedVia: "api" as const,
  };
}
