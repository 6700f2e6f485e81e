import path from "node:path";
import nunjucks from "nunjucks";
import { packageTemplates } from "./package-folders.ts";

declare module "nunjucks" {
  interface Environment {
    /** Forgets every template that was read. Its types leave this out. */
    invalidateCache(): void;
  }
}

/** Templates are looked for in the edition's `templates/`, then in Scholium's own, so that an edition may override any by its name. */
export function nunjucksEnvironment(folder: string): nunjucks.Environment {
  const loader = new nunjucks.FileSystemLoader([path.join(folder, "templates"), packageTemplates]);
  return new nunjucks.Environment(loader, {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
}
