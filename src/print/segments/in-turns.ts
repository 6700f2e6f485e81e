/** Lets so many works go on at once, the others wait for their turn; when one fails, those that wait fail with it. */
export function inTurns(
  together: number,
): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let free = together;
  let fault: { readonly error: unknown } | undefined;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      if (fault) throw fault.error;
      return await work();
    } catch (error) {
      fault ??= { error };
      throw error;
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
