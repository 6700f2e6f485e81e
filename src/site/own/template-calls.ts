import nunjucks from "nunjucks";

declare module "nunjucks" {
  /* What its types leave out: the parser, and the nodes that call other templates. */
  interface CallNode {
    readonly template: {
      readonly value?: unknown;
      readonly lineno: number;
      readonly colno: number;
    };
    readonly ignoreMissing?: boolean;
  }
  interface RootNode {
    findAll(kind: NodeKind): CallNode[];
  }
  interface NodeKind {
    readonly prototype: object;
  }
  export const nodes: Readonly<Record<"Include" | "Extends" | "Import" | "FromImport", NodeKind>>;
  export const parser: { parse(source: string, extensions?: readonly []): RootNode };
}

/** A template that another one includes, extends or imports, and where it names it. */
export interface TemplateCall {
  readonly name: string;
  readonly line: number;
  readonly column: number;
  /** `{% include "x.njk" ignore missing %}` */
  readonly mayBeMissing: boolean;
}

/** The templates that a template names. What it reckons out only while it runs cannot be known. Throws where it cannot be read. */
export function templateCalls(source: string): readonly TemplateCall[] {
  const root = nunjucks.parser.parse(source);
  const { Include, Extends, Import, FromImport } = nunjucks.nodes;
  return [Include, Extends, Import, FromImport]
    .flatMap((kind) => root.findAll(kind))
    .flatMap(({ template, ignoreMissing }) => {
      const { value, lineno, colno } = template;
      if (typeof value !== "string") return [];
      return [
        { name: value, line: lineno + 1, column: colno + 1, mayBeMissing: ignoreMissing === true },
      ];
    });
}
