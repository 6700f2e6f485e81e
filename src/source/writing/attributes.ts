/** What can be written behind a bracket or three colons. */
export interface WrittenAttributes {
  readonly id?: string | undefined;
  readonly classes?: readonly string[];
  readonly pairs?: readonly (readonly [key: string, value: string])[];
}

/** `{#id .class key=value}`, values in quotation marks only where they need them. */
export function writeAttributes({ id, classes = [], pairs = [] }: WrittenAttributes): string {
  const parts = [
    ...classes.map((name) => `.${name}`),
    ...(id === undefined ? [] : [`#${id}`]),
    ...pairs.map(([key, value]) => `${key}=${writeValue(value)}`),
  ];
  return `{${parts.join(" ")}}`;
}

function writeValue(value: string): string {
  if (/^[\p{L}\p{N}.:,;/~?!%+*–-]+$/u.test(value)) return value;
  return `"${value.replaceAll(/["\\]/g, "\\$&")}"`;
}
