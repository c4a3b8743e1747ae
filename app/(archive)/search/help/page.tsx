import type { Metadata } from "next";
import { SearchHelp } from "#components/search/search-help.tsx";

export const metadata: Metadata = {
  title: "How to search",
  description: "What the search understands, each by an example that can be followed.",
  alternates: { canonical: "/search/help" },
};

export default function SearchHelpPage() {
  return <SearchHelp />;
}
