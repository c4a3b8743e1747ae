import type { Metadata } from "next";
import { CheckView } from "#components/statements/check-view.tsx";
import { parseCheckQuery } from "#lib/statements/check-query.ts";
import { checkQuotation } from "#lib/statements/data-check.ts";

type Props = PageProps<"/check">;

export const metadata: Metadata = {
  title: "Check a quotation",
  description: "Whether the archive has a quotation: exactly, shortened, altered, or not at all.",
  // Every check is one page to search engines, which need not keep what people ask.
  alternates: { canonical: "/check" },
};

export default async function CheckPage({ searchParams }: Props) {
  const asked = parseCheckQuery((await searchParams).q);
  const check = asked.text === "" ? null : await checkQuotation(asked.text);
  return <CheckView asked={asked} check={check} />;
}
