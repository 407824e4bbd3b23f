import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledId, seededRandom } from './long-plan.mjs';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const labels = ['重点', '疑问', '待办', '数据', '其他'];
const longest = 20;
const context = 32;

/**
 * Puts so many notes into a new notes folder, all over a text whose blocks are given, as docs/annotation-file.md says.
 *
 * @param {string} notesFolder
 * @param {import('./long-plan.mjs').LongPlan} plan
 * @param {number} count
 * @param {{ hasBodies: boolean, areTasks?: boolean }} options
 */
export async function placeNoteFiles(notesFolder, plan, count, { hasBodies, areTasks = false }) {
  const random = seededRandom(count);
  const folder = join(notesFolder, '笔记', `规划 [${bundledId}]`, '2026-11');
  await mkdir(folder, { recursive: true });
  const text = plan.blocks.join('\n');
  const paragraphs = [];
  let offset = 0;
  for (const block of plan.blocks) {
    if (block.length > longest * 2) paragraphs.push({ start: offset, length: block.length });
    offset += block.length + 1;
  }
  for (let index = 0; index < count; index += 1) {
    const paragraph = paragraphs[Math.floor((index * paragraphs.length) / count)];
    if (paragraph === undefined) throw new Error('the text has no paragraph that is long enough');
    const start = paragraph.start + Math.floor(random() * (paragraph.length - longest));
    const end = start + 6 + Math.floor(random() * (longest - 6));
    const id = noteId(index);
    const body = hasBodies ? `第 ${index} 条批注。` : '';
    const header = [
      'schema: "plan-note/1"',
      `id: "${id}"`,
      `document: "${bundledId}"`,
      'documentTitle: "规划"',
      'created: "2026-11-23T09:20:00+08:00"',
      'modified: "2026-11-23T09:20:00+08:00"',
      'author: ""',
      'device: ""',
      'rev: 1',
      `motivation: "${hasBodies ? 'commenting' : 'highlighting'}"`,
      `label: "${labels[index % labels.length]}"`,
      'tags: []',
      `exact: ${JSON.stringify(text.slice(start, end))}`,
      `prefix: ${JSON.stringify(text.slice(Math.max(0, start - context), start))}`,
      `suffix: ${JSON.stringify(text.slice(end, end + context))}`,
      `start: ${start}`,
      `end: ${end}`,
      'sectionPath: ""',
      'sectionHeading: ""',
      `textHash: "${plan.textHash}"`,
      'occurrences: 1',
      'decoy: 0',
      ...(areTasks ? taskLines(index) : []),
    ];
    await writeFile(join(folder, `${id}.md`), `---\n${header.join('\n')}\n---\n${body === '' ? '' : `\n${body}\n`}`);
  }
}

/**
 * A task with every field filled in.
 *
 * @param {number} index
 */
function taskLines(index) {
  return [
    'task-status: "进行中"',
    `task-measure: "第 ${index} 项：秋季招生方案八月二十日前报备，经集体研究后公布。"`,
    'task-leader: "李校长"',
    `task-department: "${['教务处', '德育处', '总务处', '体卫艺处'][index % 4]}"`,
    'task-owner: "王老师"',
    'task-partners: ["年级组", "办公室"]',
    'task-start: "2026-09-01"',
    `task-due: "2026-${String((index % 12) + 1).padStart(2, '0')}-20"`,
    `task-completion: ${index % 100}`,
    'task-criterion: "方案报备并公布"',
    'task-progress: ["2026-10-08 完成初稿，征求年级组意见。", "2026-11-02 校长办公会通过。"]',
    'task-evidence: ["会议纪要", "公示照片"]',
    'task-remark: "须与区教育局核对口径"',
  ];
}

/** @param {number} index */
function noteId(index) {
  const digits = [index >> 15, index >> 10, index >> 5, index].map((part) => alphabet[part & 31]).join('');
  return `01M84B9PR0644CCAMGF5S6${digits}`;
}
