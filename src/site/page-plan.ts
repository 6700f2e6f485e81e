/** Where in the edition a page stands: marks the place in the menu. */
export type Section =
  | "home"
  | "documents"
  | "essays"
  | "chronology"
  | "people"
  | "places"
  | "organizations"
  | "terms"
  | "works"
  | "readers";

/** What the layout needs to know of every page. */
export interface PageView {
  /** From the website's root: `documents/protocol-61.html`. */
  readonly address: string;
  readonly section: Section;
  /** The page's own title, without the edition's. */
  readonly title: string;
  /** One or two sentences for search engines; empty where there is nothing to say. */
  readonly description: string;
}

/** A page that will be written: its address now, what is on it when its turn comes. */
export interface PagePlan {
  readonly address: string;
  /** Its template: `pages/document.njk`. */
  readonly template: string;
  readonly view: () => PageView;
}
