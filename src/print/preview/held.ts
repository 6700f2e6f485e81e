/** Something that is lent for as long as a function runs, held until it is let go. */
export interface Held<Thing> {
  readonly thing: Thing;
  readonly letGo: () => Promise<void>;
}

/** Holds what is lent. Fails as the lending does. */
export async function hold<Thing>(
  lend: (use: (thing: Thing) => Promise<void>) => Promise<void>,
): Promise<Held<Thing>> {
  return new Promise((resolve, reject) => {
    const ended = lend(
      async (thing) =>
        new Promise<void>((finish) => {
          resolve({
            thing,
            async letGo() {
              finish();
              await ended;
            },
          });
        }),
    );
    ended.catch(reject);
  });
}
