import { PageHeading } from "#components/ui/page-heading.tsx";

// Here and not at the root: Next sends this along with every page below it, and readers' pages
// must not know who is signed in. The frame around it says who that is.
export default function Forbidden() {
  return (
    <>
      <PageHeading
        title="This is not open to you"
        lead="Your role does not reach this page. An admin of the archive can give you another."
      />
      <p>
        <a href="/admin/account">Your account</a> · <a href="/">Read the archive</a>
      </p>
    </>
  );
}
