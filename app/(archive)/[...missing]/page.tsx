import { NotFoundPage } from "#components/layout/not-found-page.tsx";

export default function MissingPage() {
  return <NotFoundPage />;
}
