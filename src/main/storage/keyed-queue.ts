/** Runs tasks with the same key one after another; tasks with different keys run side by side. */
export interface KeyedQueue {
  /** Settles as the task does. A task that fails does not hold up the next one. */
  run<Value>(key: string, task: () => Promise<Value>): Promise<Value>;
  /** Resolves when no task is running or waiting. */
  idle(): Promise<void>;
}

export function createKeyedQueue(): KeyedQueue {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run: async (key, task) => {
      const running = (tails.get(key) ?? Promise.resolve()).then(task);
      const tail = running.catch(() => undefined);
      tails.set(key, tail);
      try {
        return await running;
      } finally {
        if (tails.get(key) === tail) tails.delete(key);
      }
    },
    idle: async () => {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
