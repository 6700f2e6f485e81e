/// <reference lib="dom" />

/**
 * Runs in the page that shows a reader's pages: asks for those that are in sight, and after an edit for
 * those that are others now. The place at which somebody reads stays where it is. `base` is where to ask.
 */
export function viewPages(base: string): void {
  interface Sheet {
    readonly key: string;
    readonly side: string;
    readonly label: string;
    readonly part: string;
  }
  interface State {
    readonly version: number;
    readonly sheets: readonly Sheet[];
    readonly panel: string;
  }
  interface Shown {
    readonly places: readonly number[];
    readonly html: readonly string[];
    readonly styles: string;
  }

  const row = document.getElementById("pages-row");
  const panel = document.getElementById("pages-panel");
  const status = document.getElementById("pages-status");
  const place = document.getElementById("pages-place");
  const styles = document.getElementById("pages-print");
  if (!row || !panel || !status || !place || !styles) return;

  let version = -1;
  let sheets: readonly Sheet[] = [];
  let boxes: HTMLElement[] = [];
  let target = decodeURIComponent(location.hash.slice(1));
  const placeOf = new Map<Element, number>();
  const wanted = new Set<number>();
  let asking = false;

  /** Sizes are those of the first page that came; all have the same. */
  const measure = (): void => {
    const page = row.querySelector<HTMLElement>(".pages-sheet > *");
    if (!page) return;
    const { style } = document.documentElement;
    const [width, height] = [page.offsetWidth, page.offsetHeight];
    const room = document.documentElement.clientWidth - 40;
    // Side by side as long as they can be read.
    const spreads = room > width * 1.3;
    row.classList.toggle("spreads", spreads);
    style.setProperty("--sheet-width", `${width}px`);
    style.setProperty("--sheet-height", `${height}px`);
    style.setProperty(
      "--sheet-scale",
      String(Math.min(1, room / (spreads ? width * 2 + 2 : width))),
    );
  };

  /** What is read just now, so that it can be found again: the first page that is in sight, and how far it has gone. */
  const reading = (): { readonly at: number; readonly top: number } | undefined => {
    const at = boxes.findIndex((box) => box.getBoundingClientRect().bottom > 60);
    const box = boxes[at];
    return box && { at, top: box.getBoundingClientRect().top };
  };
  const sayPlace = (): void => {
    const now = reading();
    const sheet = now && sheets[now.at];
    place.textContent = sheet ? `Page ${sheet.label}` : "";
  };

  const ask = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    // Those that come into sight together are asked for together.
    await new Promise((resolve) => setTimeout(resolve, 20));
    while (wanted.size > 0) {
      const now = [...wanted].sort((a, b) => a - b).slice(0, 24);
      for (const at of now) wanted.delete(at);
      const asked = version;
      const answer = await fetch(`${base}sheets?version=${asked}&at=${now.join(",")}`).catch(
        () => undefined,
      );
      const shown: Shown | undefined = answer?.ok ? await answer.json() : undefined;
      // Laid out anew meanwhile: other pages stand at these places, and what is needed of them is wanted.
      if (asked !== version) continue;
      // Or it will be known at once that they were.
      if (!shown) break;
      if (styles.textContent !== shown.styles) styles.textContent = shown.styles;
      shown.places.forEach((at, index) => {
        const box = boxes[at];
        const sheet = sheets[at];
        if (!box || !sheet || box.dataset["wants"] !== sheet.key) return;
        box.innerHTML = shown.html[index] ?? "";
        box.dataset["shows"] = sheet.key;
      });
      measure();
      showTarget();
    }
    asking = false;
    saySeen();
  };

  /** The rest of the preview waits for this, but not for pages that nobody sees just now. */
  const saySeen = (): void => {
    void fetch(`${base}seen?version=${version}`).catch(() => undefined);
  };

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target: box, isIntersecting } of entries) {
        if (!(box instanceof HTMLElement)) continue;
        box.dataset["near"] = isIntersecting ? "yes" : "no";
        want(box);
      }
      void ask();
    },
    { rootMargin: "1500px 0px" },
  );

  /** Pages that are far out of sight are given up, or a long book would fill the memory. */
  const want = (box: HTMLElement): void => {
    const at = placeOf.get(box);
    if (at === undefined) return;
    if (box.dataset["near"] !== "yes") {
      box.replaceChildren();
      delete box.dataset["shows"];
      wanted.delete(at);
    } else if (box.dataset["shows"] !== box.dataset["wants"]) {
      wanted.add(at);
    }
  };

  /** The same page of the same part keeps its box, and what it shows until the new comes. */
  const arrange = (next: State): void => {
    const before = reading();
    const beforePart = before && sheets[before.at]?.part;
    const old = new Map(boxes.map((box, at) => [sheets[at]?.part ?? "", box]));
    const kept = new Set<HTMLElement>();
    placeOf.clear();
    wanted.clear();
    boxes = next.sheets.map((sheet, at) => {
      const known = sheet.part === "" ? undefined : old.get(sheet.part);
      const box = known ?? document.createElement("div");
      kept.add(box);
      box.className = `pages-sheet ${sheet.side}`;
      box.dataset["wants"] = sheet.key;
      placeOf.set(box, at);
      if (!known) observer.observe(box);
      return box;
    });
    for (const box of old.values()) if (!kept.has(box)) observer.unobserve(box);
    sheets = next.sheets;
    version = next.version;
    const inRow = [...row.children];
    if (inRow.length !== boxes.length || boxes.some((box, at) => inRow[at] !== box))
      row.replaceChildren(...boxes);
    for (const box of boxes) if (box.dataset["near"] === "yes") want(box);
    if (document.hidden) saySeen();
    if (before) {
      const [chunk = ""] = (beforePart ?? "").split(" ");
      const same = sheets.findIndex(({ part }) => part !== "" && part === beforePart);
      // Its last page is gone: the part's last page is nearest.
      const nearest = sheets.findLastIndex(({ part }) => part.split(" ")[0] === chunk);
      const at = same >= 0 ? same : nearest >= 0 ? nearest : Math.min(before.at, boxes.length - 1);
      const top = boxes[at]?.getBoundingClientRect().top ?? 0;
      scrollBy({ top: top - before.top, behavior: "instant" });
    }
    void ask();
  };

  const load = async (): Promise<void> => {
    const answer = await fetch(`${base}state`).catch(() => undefined);
    if (!answer) return;
    if (!answer.ok) {
      status.textContent = "There is no such reader (any more)";
      return;
    }
    const next: State = await answer.json();
    if (panel.innerHTML !== next.panel) panel.innerHTML = next.panel;
    if (next.version !== version) arrange(next);
    status.textContent =
      sheets.length === 0 ? "No pages yet" : `${sheets.length} pages, up to date`;
    if (next.panel !== "" && sheets.length > 0)
      status.textContent = `${sheets.length} pages, as they last were`;
    sayPlace();
    if (target !== "") await goTo(target);
  };

  const goTo = async (id: string): Promise<void> => {
    target = id;
    const answer = await fetch(`${base}where?id=${encodeURIComponent(id)}`).catch(() => undefined);
    if (!answer?.ok) {
      target = "";
      return;
    }
    const { at }: { at: number } = await answer.json();
    boxes[at]?.scrollIntoView({ block: "start" });
    showTarget();
  };
  const showTarget = (): void => {
    const found = target === "" ? null : row.querySelector(`#${CSS.escape(target)}`);
    if (!found) return;
    target = "";
    found.scrollIntoView({ block: "center" });
    found.classList.add("pages-found");
    setTimeout(() => found.classList.remove("pages-found"), 2000);
  };

  row.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
    if (!link) return;
    event.preventDefault();
    const id = decodeURIComponent((link.getAttribute("href") ?? "").slice(1));
    history.pushState(null, "", `#${encodeURIComponent(id)}`);
    void goTo(id);
  });
  addEventListener("popstate", () => {
    void goTo(decodeURIComponent(location.hash.slice(1)));
  });
  addEventListener("scroll", sayPlace, { passive: true });
  addEventListener("resize", measure);

  const events = new EventSource(`${base}events`);
  // Also when the connection comes back: the command may have been started again.
  events.addEventListener("open", () => {
    void load();
  });
  events.addEventListener("message", ({ data }: MessageEvent<string>) => {
    const news: { kind: string; pages?: number; expected?: number } = JSON.parse(data);
    if (news.kind === "changed") void load();
    else status.textContent = `Laying out ${news.pages} of about ${news.expected} pages …`;
  });
}
