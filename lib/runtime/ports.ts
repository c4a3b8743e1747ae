import { createServer } from "node:net";

/** True when a server of ours could listen there now. Rejects where the host is not ours. */
export async function isPortFree(port: number, host: string): Promise<boolean> {
  try {
    await portTakenFor(port, host);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") return false;
    throw error;
  }
}

/** A port that was free a moment ago; `preferred` where that is. */
export async function findFreePort(host: string, preferred = 0): Promise<number> {
  const first = await isPortFree(preferred, host);
  return preferred && first ? preferred : portTakenFor(0, host);
}

function portTakenFor(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject).listen({ port, host, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}
