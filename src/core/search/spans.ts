/** Most texts have no span at all. */
const nothing: Int32Array = new Int32Array();
const fewest = 64;

/**
 * Spans of folded text in reading order. A frequent character has a hundred thousand of them in a long text: they are numbers in
 * one flat array, starts and ends alternating, in UTF-16 units.
 */
export class Spans {
  units = nothing;
  /** How many numbers there are: two for each span. */
  length = 0;

  add(start: number, end: number): void {
    if (this.length === this.units.length) {
      const larger = new Int32Array(Math.max(4 * this.length, fewest));
      larger.set(this.units);
      this.units = larger;
    }
    this.units[this.length] = start;
    this.units[this.length + 1] = end;
    this.length += 2;
  }

  /** The numbers alone. */
  taken(): Int32Array {
    return this.units.slice(0, this.length);
  }

  /** Index of the start of the first span that begins at `unit` or after it. */
  firstFrom(unit: number): number {
    let low = 0;
    let high = this.length / 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.units[2 * middle] ?? 0) < unit) low = middle + 1;
      else high = middle;
    }
    return 2 * low;
  }
}
