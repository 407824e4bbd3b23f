import { docx, list, listUse, numbered, paragraph, styled } from '../../fixtures/documents/docx.ts';
import { type PdfText, pdf } from '../../fixtures/documents/pdf.ts';

const words =
  '教育 学校 学生 教师 发展 规划 建设 质量 改革 体系 机制 义务 学前 高中 职业 特殊 均衡 优质 资源 配置 课程 教学 评价 治理 保障 经费 督导 安全 健康 素养 数字 平台 县域 城乡 一体 推进 加强 完善 提升 深化 落实 健全 优化 统筹'.split(
    ' ',
  );
const lineLength = 28;

/** Numbers that are the same in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Paragraphs of about a hundred characters, with so many bytes in UTF-8 all together. */
function makeParagraphs(bytes: number, seed = 7): string[] {
  const next = random(seed);
  const paragraphs: string[] = [];
  for (let length = 0; length < bytes; ) {
    let text = '';
    const wanted = 40 + Math.floor(next() * 120);
    while (text.length < wanted) text += `${words[Math.floor(next() * words.length)]}${next() < 0.15 ? '，' : ''}`;
    paragraphs.push(`${text}。`);
    length += text.length * 3 + 3;
  }
  return paragraphs;
}

/** A plain text of about so many bytes. */
function makeText(bytes: number): Uint8Array {
  return new TextEncoder().encode(makeParagraphs(bytes).join('\n'));
}

/** A document of Word with so many bytes of text, with numbered headings. */
function makeDocx(bytes: number): Uint8Array {
  const body = makeParagraphs(bytes).map((text, index) =>
    index % 20 === 0
      ? paragraph(text.slice(0, 12), styled('h') + numbered(1, index % 100 === 0 ? 0 : 1))
      : paragraph(text),
  );
  return docx({
    body: body.join(''),
    styles: '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/></w:style>',
    numbering:
      list(1, [
        ['chineseCountingThousand', '第%1章'],
        ['chineseCounting', '（%2）'],
      ]) + listUse(1, 1),
  });
}

/** A PDF of so many pages of 24 lines, with heads and numbers. */
function makePdf(pages: number): Uint8Array {
  const lines = makeParagraphs(pages * 24 * lineLength * 3).flatMap((text) => {
    const first = lineLength - 2;
    const rest = Array.from({ length: Math.ceil((text.length - first) / lineLength) }, (_, index) =>
      text.slice(first + index * lineLength, first + (index + 1) * lineLength),
    );
    return [{ text: text.slice(0, first), x: 104 }, ...rest.map((line) => ({ text: line, x: 72 }))];
  });
  return pdf(
    Array.from({ length: pages }, (_, page): PdfText[] => [
      { text: '教育发展规划', x: 250, y: 810, size: 10 },
      ...lines.slice(page * 24, (page + 1) * 24).map((line, index) => ({ ...line, y: 770 - index * 29 })),
      { text: `— ${page + 1} —`, x: 270, y: 40, size: 12 },
    ]),
    { isPressed: true },
  );
}

/** Files of a size, the same in every run. */
export const makeFile = { text: makeText, word: makeDocx, pdf: makePdf };
