import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What `npm pack --json` says of one package. */
interface Packing {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** The package in a project of somebody's own. */
export interface PackedProject {
  /** The project's folder, to be removed at last. */
  readonly project: string;
  /** The files of the package. */
  readonly packed: readonly string[];
}

/** Packs the package as `npm pack` does, and puts it into the `node_modules` of an empty folder. */
export async function packProject(): Promise<PackedProject> {
  const project = await realpath(await mkdtemp(path.join(tmpdir(), "scholium-package-")));
  // Not compiled again here: the tests before this one run what is compiled.
  const { stdout } = await run(
    "npm",
    ["pack", "--json", "--ignore-scripts", "--pack-destination", project],
    { cwd: root },
  );
  const [packing]: readonly Packing[] = JSON.parse(stdout);
  if (!packing) throw new Error(`npm pack said ${stdout}`);
  await run("tar", ["-xzf", packing.filename], { cwd: project });
  const modules = path.join(project, "node_modules");
  await mkdir(path.join(modules, ".bin"), { recursive: true });
  await cp(path.join(project, "package"), path.join(modules, "scholium"), { recursive: true });
  await rm(path.join(project, "package"), { recursive: true });
  await symlink("../scholium/dist/cli/main.js", path.join(modules, ".bin", "scholium"));
  // The dependencies as they are installed here, so that the test needs no network.
  for (const name of await readdir(path.join(root, "node_modules")))
    if (!name.startsWith(".") && name !== "scholium")
      await symlink(path.join(root, "node_modules", name), path.join(modules, name));
  return { project, packed: packing.files.map((file) => file.path) };
}
