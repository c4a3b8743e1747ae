import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export type Site = {
  origin: string;
  /** What is answered at each path; may be changed at any time. Others are 404. */
  paths: Record<string, RequestListener>;
  /** The paths that were asked for, in order, `robots.txt` left out. */
  asked: string[];
};

const servers: Server[] = [];

/** A site on this machine, reached as `localhost`: a test allows that in FETCH_ALLOWED_HOSTS. */
export async function openSite(paths: Site["paths"] = {}): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((req, res) => {
    const path = req.url ?? "";
    if (path !== "/robots.txt") asked.push(path);
    const answer = site.paths[path];
    if (answer) answer(req, res);
    else res.writeHead(404).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const site: Site = { origin, paths, asked };
  return site;
}

/** Ends every site that was opened. */
export async function closeSites(): Promise<void> {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
