import type { Random } from './random.ts';

/** Words of plans, few and formulaic: what surrounds a passage often stands elsewhere too. */
const verbs =
  '推进 加强 完善 健全 深化 提升 优化 落实 构建 扩大 支持 规范 强化 建立 实施 推动 促进 保障 改善 探索'.split(' ');
const qualities = '高质量 城乡 优质均衡 多元 现代 分类 协同 常态化 全市 区域 普惠性 数字化 专业化 长效'.split(' ');
const subjects =
  '教育评价 教师队伍 教育发展 课程教学 学校治理 职业教育 学前教育 义务教育 特殊教育 考试招生 校园安全 教育督导 家校协同 劳动教育 体育美育 终身学习 教育经费 数字资源 产教融合 心理健康'.split(
    ' ',
  );
const ends =
  '体系建设 工作机制 综合改革 服务能力 保障水平 管理制度 育人模式 资源配置 监测办法 责任落实 实践活动 示范项目'.split(
    ' ',
  );
const openings = [
  '',
  '',
  '到2025年，',
  '各县（市）区要',
  '坚持“五育”并举，',
  '在此基础上',
  '市教育局会同有关部门',
  '通过三年努力，',
];

function writeClause(random: Random): string {
  const quality = random.chance(0.5) ? random.pick(qualities) : '';
  const number = random.chance(0.06) ? `，达到${random.between(3, 98)}.${random.between(0, 9)}%` : '';
  return random.pick(verbs) + quality + random.pick(subjects) + random.pick(ends) + number;
}

export function writeSentence(random: Random): string {
  const clauses = Array.from({ length: random.between(1, 4) }, () => writeClause(random));
  const opening = random.pick(openings);
  const listed = random.chance(0.12) ? `，重点做好“${random.pick(subjects)}、${random.pick(subjects)}”工作` : '';
  return `${opening}${clauses.join('，')}${listed}。`;
}

export function writeParagraph(random: Random, sentences: number): string {
  return Array.from({ length: sentences }, () => writeSentence(random)).join('');
}

const outerHeading = /^[一二三四五六七八九十]+、/u;

/**
 * A plan of about `length` characters with the outline and the words of `excerpt`: every section goes on in invented
 * sentences, where the excerpt breaks off and beyond. Chapters are repeated with other headings until the length is reached.
 */
export function writePlan(excerpt: string, length: number, random: Random): string {
  const lines = excerpt.split('\n').map((line) => line.trim());
  const chapters = lines.filter((line) => outerHeading.test(line)).length;
  const rounds = Math.max(1, Math.round(length / 35_000));
  const perSection = Math.max(1, Math.round(length / rounds / 60 / 34));
  const written: string[] = [lines[0] ?? ''];
  for (let round = 0; round < rounds; round += 1) {
    for (const line of lines.slice(1).filter((each) => each !== '')) {
      if (outerHeading.test(line)) written.push('', otherHeading(line, round, chapters, random));
      else written.push(...writeSection(round === 0 ? line : renamed(line, random), perSection, random));
    }
  }
  return `${written.join('\n')}\n`;
}

function writeSection(line: string, sentences: number, random: Random): string[] {
  const ended = line.endsWith('。') ? line : `${line}${random.pick(ends)}。`;
  const paragraphs = [`　　${ended}${writeParagraph(random, random.between(0, 3))}`];
  let left = sentences - 2;
  while (left > 0) {
    const size = Math.min(left, random.between(1, 5));
    const item = random.chance(0.1) ? `${paragraphs.length}.` : '';
    paragraphs.push(`　　${item}${writeParagraph(random, size)}`);
    left -= size;
  }
  return paragraphs;
}

function otherHeading(line: string, round: number, chapters: number, random: Random): string {
  if (round === 0) return line;
  const number = chineseNumber(chapters * round + chapterNumber(line));
  return `${number}、${writeClause(random)}，${writeClause(random)}`;
}

function renamed(line: string, random: Random): string {
  const number = /^（[^）]+）/u.exec(line)?.[0];
  return number === undefined ? writeSentence(random) : `${number}${writeClause(random)}。${writeSentence(random)}`;
}

const digits = '一二三四五六七八九';

function chapterNumber(line: string): number {
  const number = line.slice(0, line.indexOf('、'));
  if (!number.includes('十')) return digits.indexOf(number) + 1;
  const [tens = '', ones = ''] = number.split('十');
  return 10 * (tens === '' ? 1 : digits.indexOf(tens) + 1) + digits.indexOf(ones) + (ones === '' ? 0 : 1);
}

/** 1 to 999 as plans count. */
export function chineseNumber(value: number): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor(value / 10) % 10;
  const ones = digits[(value % 10) - 1] ?? '';
  if (hundreds > 0) {
    const rest = tens > 0 ? `${digits[tens - 1]}十${ones}` : ones === '' ? '' : `零${ones}`;
    return `${digits[hundreds - 1]}百${rest}`;
  }
  return `${tens > 1 ? digits[tens - 1] : ''}${tens > 0 ? '十' : ''}${ones}`;
}
