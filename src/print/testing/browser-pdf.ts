/** Objects numbered from 1 on as the file that a browser makes of them; the last is the catalog. Streams are given with their dictionary. */
export function browserPdf(objects: readonly string[]): Uint8Array {
  let file = "%PDF-1.4\n%\u00d3\u00eb\u00e9\u00e1\n";
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  file += `trailer\n<</Size ${objects.length + 1}\n/Root ${objects.length} 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

/** A stream as an object's text. */
export function streamObject(content: string, entries = ""): string {
  return `<<${entries}/Length ${content.length}>> stream\n${content}\nendstream`;
}
