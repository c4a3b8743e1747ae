import { PageHeading } from "#components/ui/page-heading.tsx";

export default function FrontPage() {
  return (
    <PageHeading
      title="The Diplomacy Archive"
      lead="News on the diplomacy between the United Kingdom, the United States and Ukraine, every piece linked to its source."
    />
  );
}
