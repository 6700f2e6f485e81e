import { createServer } from "node:net";

/** How many ports behind the one that was asked for are tried. */
const MORE_PORTS = 20;

/** The first port from `wanted` on that nobody on this machine uses, or nothing. */
export async function findFreePort(wanted: number, host: string): Promise<number | undefined> {
  const last = Math.min(65_535, wanted + MORE_PORTS);
  for (let port = wanted; port <= last; port += 1) if (await isFree(port, host)) return port;
  return undefined;
}

async function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host }, () => probe.close(() => resolve(true)));
  });
}
