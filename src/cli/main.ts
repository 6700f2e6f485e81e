#!/usr/bin/env node
import { nodeIsTooOld } from "./node-version.ts";

// Nothing else is imported before this is known: an older Node may not even be able to read it.
const message = nodeIsTooOld(process.versions.node);
if (message === undefined) await import("./run.ts");
else {
  console.error(message);
  process.exitCode = 1;
}
