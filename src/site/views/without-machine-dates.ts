/**
 * HTML without what machines read of dates. On the page of an undated document Zotero takes any `<time>` for the
 * document's own date.
 */
export function withoutMachineDates(html: string): string {
  return html.replaceAll(/<time datetime="[^"]*">(.*?)<\/time>/gsu, '<span class="date">$1</span>');
}
