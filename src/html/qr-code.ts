import { encodeQR } from "qr";
import { element } from "./element.ts";

/** Modules of white around a code, by which cameras find it: ISO/IEC 18004, 6.3.8. */
const QUIET = 4;

/** An address as a QR code, an inline picture; `label` is what is said in its place to those who do not see it. */
export function qrCode(address: string, label: string): string {
  const rows = encodeQR(address, "raw", { ecc: "medium", border: QUIET });
  const size = rows.length;
  const path = rows.map(barsOf).join("");
  return element(
    "svg",
    {
      class: "qr-code",
      role: "img",
      "aria-label": label,
      viewBox: `0 0 ${size} ${size}`,
      "shape-rendering": "crispEdges",
    },
    element("path", { d: path }),
  );
}

/** A row's dark modules, those side by side as one bar. */
function barsOf(row: readonly boolean[], at: number): string {
  let bars = "";
  let start = -1;
  for (let column = 0; column <= row.length; column += 1) {
    if (row[column] === true) {
      if (start < 0) start = column;
    } else if (start >= 0) {
      bars += `M${start} ${at}h${column - start}v1h${start - column}z`;
      start = -1;
    }
  }
  return bars;
}
