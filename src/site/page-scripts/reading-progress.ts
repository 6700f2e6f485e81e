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
  const key = document.querySelector<HTMLElement>("[data-progress]")?.dataset["progress"];
  if (key === undefined) return;

  let read = new Set<string>();
  let kept = true;
  const load = (): void => {
    if (!kept) return;
    try {
      const known: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
      read = new Set(Array.isArray(known) ? known.map(String) : []);
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
      kept = false;
    }
    show();
  };

  /** Lines of the packet's list, or the foot of a reading. */
  const places = (): readonly HTMLElement[] => [
    ...document.querySelectorAll<HTMLElement>("[data-reading]"),
  ];
  const idOf = (place: HTMLElement): string => place.dataset["reading"] ?? "";
  const isLine = (place: HTMLElement): boolean => place.dataset["minutes"] !== undefined;
  const boxIn = (place: HTMLElement): HTMLInputElement => {
    const known = place.querySelector<HTMLInputElement>(".tick input");
    if (known) return known;
    const box = document.createElement("input");
    box.type = "checkbox";
    box.addEventListener("change", () => tick(idOf(place), box.checked));
    const label = document.createElement("label");
    label.className = "tick";
    label.append(box, isLine(place) ? " read" : " I have read this");
    if (isLine(place)) {
      const more = document.createElement("span");
      more.className = "visually-hidden";
      more.textContent = `: ${place.querySelector("a")?.textContent ?? ""}`;
      label.append(more);
    }
    place.append(label);
    return box;
  };

  const show = (): void => {
    for (const place of places()) boxIn(place).checked = read.has(idOf(place));
    const progress = document.querySelector<HTMLElement>(".packet-progress");
    const go = document.querySelector<HTMLAnchorElement>(".packet-go a");
    if (!progress || !go) return;
    const lines = places().filter(isLine);
    const unread = lines.filter((line) => !read.has(idOf(line)));
    for (const line of lines) line.classList.toggle("is-read", !unread.includes(line));
    // What the page says of itself stays where a page that is changed in place changes with it.
    const whole = (progress.dataset["whole"] ??= progress.textContent ?? "");
    const begin = (go.dataset["begin"] ??= go.textContent ?? "");
    const first = (go.dataset["first"] ??= go.getAttribute("href") ?? "");
    const done = lines.length - unread.length;
    const minutes = unread.reduce((sum, line) => sum + Number(line.dataset["minutes"]), 0);
    const next = unread[0]?.querySelector("a");
    progress.setAttribute("role", "status");
    go.hidden = !next;
    progress.textContent =
      done === 0
        ? whole
        : next
          ? `${done} of ${lines.length} read, about ${durationWords(minutes)} left`
          : `All ${lines.length} read`;
    go.textContent = done === 0 ? begin : `Continue reading: ${next?.textContent ?? ""}`;
    go.setAttribute("href", done === 0 ? first : (next?.getAttribute("href") ?? ""));
  };
  const refresh = (): void => {
    load();
    show();
  };
  refresh();
  // Another tab may have ticked, and a page that is gone back to is shown as it was left.
  window.addEventListener("storage", refresh);
  window.addEventListener("pageshow", refresh);
  // A preview that changes the page in place takes away what its file does not have.
  new MutationObserver(() => {
    if (places().some((place) => !place.querySelector(".tick"))) refresh();
  }).observe(document.body, { childList: true, subtree: true });
}
