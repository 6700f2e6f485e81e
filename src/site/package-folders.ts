import { fileURLToPath } from "node:url";

/** Scholium's own templates. */
export const packageTemplates = fileURLToPath(new URL("../../templates/", import.meta.url));

/** Scholium's own styles. */
export const packageStyles = fileURLToPath(new URL("../../styles/", import.meta.url));
