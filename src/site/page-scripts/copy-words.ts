/// <reference lib="dom" />

/** Words to be copied: as programs that know type take them, and as all others do. */
export interface WordsToCopy {
  readonly html: string;
  readonly plain: string;
}

/** Runs in the page: puts words on the clipboard in both forms. Says whether it could. */
export async function copyWords({ html, plain }: WordsToCopy): Promise<boolean> {
  try {
    const forms = {
      "text/html": new Blob([html], { type: "text/html" }),
      "text/plain": new Blob([plain], { type: "text/plain" }),
    };
    await navigator.clipboard.write([new ClipboardItem(forms)]);
    return true;
  } catch {
    // Not allowed here, or not known: then as the keyboard's own command does it.
    let put = false;
    const fill = (event: ClipboardEvent): void => {
      event.clipboardData?.setData("text/html", html);
      event.clipboardData?.setData("text/plain", plain);
      event.preventDefault();
      event.stopImmediatePropagation();
      put = event.clipboardData !== null;
    };
    document.addEventListener("copy", fill, { capture: true });
    // oxlint-disable-next-line typescript/no-deprecated -- nothing else copies where the clipboard is closed
    const done = document.execCommand("copy");
    document.removeEventListener("copy", fill, { capture: true });
    return done && put;
  }
}
