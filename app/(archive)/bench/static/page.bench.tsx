export const dynamic = "force-static";

/** What `npm run bench -- pages` holds articles against: nothing but the frame, made once. */
export default function EmptyStaticPage() {
  return <h1>Empty</h1>;
}
