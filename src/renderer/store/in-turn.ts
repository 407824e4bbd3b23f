/** How many writes are under way at a time: enough to keep the disk busy, few enough to let other work through. */
const concurrency = 8;

/** Does `work` with each item, a few at a time, beginning in order. */
export async function inTurn<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const next = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, next));
}
