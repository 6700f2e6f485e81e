/// <reference lib="dom" />

/**
 * Runs in the page: sets a box to tick beside each reading of a packet and below each reading's text, and says how far
 * one has come. What was ticked is kept on the device and goes nowhere else.
 */
export function readingProgress({
  durationWords,
}: {
  readonly durationWords: (minutes: number) => string;
}): void {
  const root = document.querySelector<HTMLElement>("[data-progress]");
  const key = root?.dataset["progress"];
  if (!root || key === undefined) return;

  let read = new Set<string>();
  const load = (): void => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
      read = new Set(Array.isArray(kept) ? kept.map(String) : []);
    } catch {
      // Not to be read: what is ticked holds for this page.
    }
  };
  const tick = (id: string, ticked: boolean): void => {
    // Another page may have changed it meanwhile.
    load();
    if (ticked) read.add(id);
    else read.delete(id);
    try {
      localStorage.setItem(key, JSON.stringify([...read]));
    } catch {
      // Not to be written: it holds for this page.
    }
    show();
  };

  const boxes = new Map<string, HTMLInputElement>();
  const addBox = (place: HTMLElement, id: string, words: string, hidden: string): void => {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.addEventListener("change", () => tick(id, box.checked));
    const label = document.createElement("label");
    label.className = "tick";
    const more = document.createElement("span");
    more.className = "visually-hidden";
    more.textContent = hidden;
    label.append(box, ` ${words}`, more);
    place.append(label);
    boxes.set(id, box);
  };
  const lines = [...root.querySelectorAll<HTMLElement>("[data-minutes]")];
  for (const line of lines) {
    const title = line.querySelector("a")?.textContent ?? "";
    addBox(line, line.dataset["reading"] ?? "", "read", `: ${title}`);
  }
  const own = root.dataset["reading"];
  if (own !== undefined) addBox(root, own, "I have read this", "");

  const progress = root.querySelector(".packet-progress");
  const whole = progress?.textContent ?? "";
  const go = root.querySelector<HTMLAnchorElement>(".packet-go a");
  const begin = { words: go?.textContent ?? "", href: go?.getAttribute("href") ?? "" };
  progress?.setAttribute("role", "status");

  const show = (): void => {
    for (const [id, box] of boxes) box.checked = read.has(id);
    if (!progress || !go) return;
    const unread = lines.filter((line) => !read.has(line.dataset["reading"] ?? ""));
    for (const line of lines) line.classList.toggle("is-read", !unread.includes(line));
    const done = lines.length - unread.length;
    const minutes = unread.reduce((sum, line) => sum + Number(line.dataset["minutes"]), 0);
    const next = unread[0]?.querySelector("a");
    go.hidden = !next;
    progress.textContent =
      done === 0
        ? whole
        : next
          ? `${done} of ${lines.length} read, about ${durationWords(minutes)} left`
          : `All ${lines.length} read`;
    go.textContent = done === 0 ? begin.words : `Continue reading: ${next?.textContent ?? ""}`;
    go.setAttribute("href", done === 0 ? begin.href : (next?.getAttribute("href") ?? ""));
  };
  const refresh = (): void => {
    load();
    show();
  };
  refresh();
  // Another tab may have ticked, and a page that is gone back to is shown as it was left.
  window.addEventListener("storage", refresh);
  window.addEventListener("pageshow", refresh);
}
