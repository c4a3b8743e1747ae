import { requirePageRole } from "#lib/auth/current-user.ts";
export default async function P(){ await requirePageRole("admin"); return <p>ok</p>; }
