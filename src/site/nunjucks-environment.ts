import path from "node:path";
import nunjucks from "nunjucks";
import { packageTemplates } from "./package-folders.ts";

declare module "nunjucks" {
  interface Environment {
    /** Forgets every template that was read. Its types leave this out. */
    invalidateCache(): void;
  }
  interface FileSystemLoader {
    getSource(name: string): LoaderSource;
  }
}

/** What begins the name of one of Scholium's own templates, also where the edition has one of that name: `scholium/partials/masthead.njk`. */
export const PACKAGE_PREFIX = "scholium/";

/**
 * Templates are looked for in the edition's `templates/`, then in Scholium's own, so that an edition may
 * override any by its name; what it overrides it can still include or extend.
 */
export function nunjucksEnvironment(folder: string): nunjucks.Environment {
  const loader = new OwnFirstLoader([path.join(folder, "templates"), packageTemplates]);
  return new nunjucks.Environment(loader, {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
}

class OwnFirstLoader extends nunjucks.FileSystemLoader {
  readonly #scholiums = new nunjucks.FileSystemLoader(packageTemplates);

  override getSource(name: string): nunjucks.LoaderSource {
    return name.startsWith(PACKAGE_PREFIX)
      ? this.#scholiums.getSource(name.slice(PACKAGE_PREFIX.length))
      : super.getSource(name);
  }
}
