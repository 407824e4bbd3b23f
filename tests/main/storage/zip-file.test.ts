import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listZip, readZip, writeZip, type ZipLimits } from '../../../src/main/storage/zip-file.ts';

const limits: ZipLimits = { entries: 100, total: 1_000_000, sizeOf: () => 500_000 };
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A zip file with one name written over by another of the same length, wherever it occurs. */
function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  const copy = Buffer.from(zip);
  const wanted = Buffer.from(from);
  expect(wanted.length).toBe(Buffer.from(to).length);
  for (let at = copy.indexOf(wanted); at >= 0; at = copy.indexOf(wanted, at + 1)) copy.write(to, at);
  return copy;
}

describe('zip files', () => {
  it('hold what was put in, to the byte, and equal content makes equal files', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 6 }), async (contents) => {
        const files = contents.map((bytes, index) => ({ name: `笔记/规划 [a]/${index}.md`, bytes }));
        const zip = await writeZip(files);
        expect(await writeZip(files)).toEqual(zip);
        const read = await readZip(zip, limits);
        expect(read).toMatchObject({ ok: true });
        if (read.ok)
          expect(read.value.map(({ bytes }) => Buffer.from(bytes))).toEqual(contents.map((b) => Buffer.from(b)));
        const listed = await listZip(zip, 100);
        if (listed.ok) expect(listed.value.map(({ size }) => size)).toEqual(contents.map(({ length }) => length));
      }),
      { numRuns: 15 },
    );
  });

  it('are refused when anything in them was cut off or altered', async () => {
    const files = Array.from({ length: 5 }, (_, index) => ({
      name: `笔记/a [a]/${index}.md`,
      bytes: bytesOf(`第 ${index} 条 ${'文字'.repeat(50)}`),
    }));
    const zip = await writeZip(files);
    expect(await readZip(zip, limits)).toMatchObject({ ok: true });
    for (const length of [0, 1, 20, zip.length >> 1, zip.length - 1]) {
      expect(await readZip(zip.slice(0, length), limits), `${length} bytes`).toEqual({ ok: false, error: 'damaged' });
    }
    // A flipped bit in packed content; what is in no content, such as times, does not matter.
    const content = Buffer.from(zip).indexOf(Buffer.from('0.md')) + 8;
    const altered = Buffer.from(zip);
    altered[content] = (altered[content] ?? 0) ^ 0x10;
    expect(await readZip(altered, limits)).toEqual({ ok: false, error: 'damaged' });
  });

  it.each([
    ['out of the folder', 'aa/../../b.md'],
    ['to the root', '/etc/passwd12'],
    ['to a drive', 'C:/windows/ab'],
    ['with backslashes', '..\\..\\aa\\b.md'],
  ])('with names that lead %s are refused', async (_case, name) => {
    const plain = 'aaaaaaaaaaaaa';
    const zip = await writeZip([{ name: plain, bytes: bytesOf('x') }]);
    expect(await readZip(renamed(zip, plain, name), limits)).toEqual({ ok: false, error: 'damaged' });
  });

  it('with two files of one name are refused, also where only case differs', async () => {
    const zip = await writeZip([
      { name: 'note-1.md', bytes: bytesOf('x') },
      { name: 'note-2.md', bytes: bytesOf('y') },
    ]);
    expect(await readZip(renamed(zip, 'note-2.md', 'note-1.md'), limits)).toEqual({ ok: false, error: 'damaged' });
    expect(await readZip(renamed(zip, 'note-2.md', 'NOTE-1.md'), limits)).toEqual({ ok: false, error: 'damaged' });
  });

  it('with too many, too large or in all too large files are refused', async () => {
    const large = { name: 'large', bytes: new Uint8Array(600_000) };
    expect(await readZip(await writeZip([large]), limits)).toEqual({ ok: false, error: 'too-large' });
    const several = [0, 1, 2].map((index) => ({ name: `${index}`, bytes: new Uint8Array(400_000) }));
    expect(await readZip(await writeZip(several), limits)).toEqual({ ok: false, error: 'too-large' });
    const many = Array.from({ length: 101 }, (_, index) => ({ name: `${index}`, bytes: bytesOf('') }));
    expect(await readZip(await writeZip(many), limits)).toEqual({ ok: false, error: 'too-large' });
    // What is not asked for is not unpacked.
    expect(await readZip(await writeZip([large]), { ...limits, sizeOf: () => undefined })).toMatchObject({ ok: true });
  });

  it('that lie about their sizes are refused', async () => {
    const zip = Buffer.from(await writeZip([{ name: 'bomb.md', bytes: new Uint8Array(400_000) }]));
    const lie = Buffer.from(zip);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(400_000);
    const claim = Buffer.alloc(4);
    claim.writeUInt32LE(10);
    for (let at = lie.indexOf(size); at >= 0; at = lie.indexOf(size, at + 1)) claim.copy(lie, at);
    expect(lie.equals(zip)).toBe(false);
    expect(await readZip(lie, limits)).toEqual({ ok: false, error: 'damaged' });
  });
});
