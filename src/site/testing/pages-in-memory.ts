import { tmpdir } from "node:os";
import { buildApparatus } from "../../apparatus/build-apparatus.ts";
import type { Edition } from "../../edition/edition.ts";
import { nunjucksEnvironment } from "../nunjucks-environment.ts";
import { PAGE } from "../plugin.ts";
import { Site } from "../site.ts";

/** The pages of an edition's website by their addresses, made without a disk; also those that are printed, if `pdf` says so. */
export function pagesInMemory(
  edition: Edition,
  { pdf = false }: { readonly pdf?: boolean } = {},
): ReadonlyMap<string, string> {
  const { apparatus } = buildApparatus(edition);
  const site = new Site({ edition, apparatus, pdf });
  const environment = nunjucksEnvironment(tmpdir());
  return new Map(
    site.addresses.map((address) => [
      address,
      environment.renderString(PAGE, { scholium: site, address }),
    ]),
  );
}
