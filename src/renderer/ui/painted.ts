/** Resolves when what was rendered last has been painted: the task after a frame's callbacks runs after its painting. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
