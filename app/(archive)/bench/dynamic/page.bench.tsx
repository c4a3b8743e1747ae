import { connection } from "next/server";

/** What `npm run bench -- pages` holds searches against: nothing but the frame, made each time. */
export default async function EmptyDynamicPage() {
  await connection();
  return <h1>Empty</h1>;
}
