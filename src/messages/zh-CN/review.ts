const ofBookmarks = (count: number) => `（含书签 ${count}）`;

const likenessInWords = (of: string, hundredths: number) => {
  if (hundredths === 100) return `${of}相同`;
  return hundredths < 30 ? `${of}不同` : `${of}相似 ${hundredths}%`;
};

/** When the text of a document has changed: where its notes stand now, and the versions of the text. */
export const review = {
  title: '核对位置',
  banner: {
    name: '文本已更新',
    counts: (located: string, unsure: string, lost: string) =>
      `文本已更新：已定位 ${located} · 待确认 ${unsure} · 失联 ${lost}`,
    /** Together, as the review lists them, with the bookmarks named, which the list of notes does not have. */
    count: (notes: number, bookmarks: number) =>
      bookmarks === 0 ? `${notes}` : `${notes + bookmarks}${ofBookmarks(bookmarks)}`,
    allLocated: (notes: number, bookmarks: number) => {
      const parts = [...(notes > 0 ? [`${notes} 条批注`] : []), ...(bookmarks > 0 ? [` ${bookmarks} 个书签`] : [])];
      return `文本已更新：${parts.join('和').trim()}均已定位`;
    },
    locating: (done: number, total: number) => `文本已更新：正在定位 ${done} / ${total}`,
    open: '逐条核对',
    dismiss: '收起提示',
  },
  counts: { located: '已定位', unsure: '待确认', lost: '失联' },
  ofBookmarks,
  list: '待核对的批注',
  decided: '已确认',
  acceptAll: (count: number) => `全部接受已找到的 ${count} 条`,
  goBack: '退回原文本',
  before: '原文本',
  now: '现文本',
  beforeMissing: '原文本未保留，以下是批注自带的原文。',
  notFound: '在现文本中没有找到这段文字。',
  notFoundBecause: (reason: string) => `在现文本中没有找到这段文字（${reason}）。`,
  chooseBelow: '下面是相近之处，可选用其中一处；也可以在正文中手动指定。',
  attachInText: '可以在正文中手动指定新的位置，或暂不处理：批注和原文都完好保留。',
  reasons: {
    'not-found': '原文已删去或改动很大',
    ambiguous: '相同的文字有多处，依据不足以分辨',
    weak: '只有相近的文字，依据不足',
    duplicate: '相近的文字有多处，依据不足以分辨',
    'not-adjacent': '所批注的各段现已分开',
  },
  places: '可能的位置',
  foundPlace: '找到的位置',
  nthPlace: (number: number) => `第 ${number} 处`,
  otherPlace: (number: number) => `改用第 ${number} 处`,
  /** What tells one place from another. Of likeness only that which means something is told in figures. */
  facts: {
    below: ' › ',
    likeness: (hundredths: number) => likenessInWords('文字', hundredths),
    likenessAround: (hundredths: number) => likenessInWords('前后文', hundredths),
    inSection: '在原来那一节',
    nearest: '离原位置最近',
  },
  accept: '接受此处',
  attach: '在正文中手动指定',
  later: '暂不处理',
  keys: (others: number) =>
    `↑↓ 换一条${others === 0 ? '' : ` · ${others === 1 ? '1' : `1–${others}`} 看另一处`} · 回车接受`,
  confirmed: (count: number) => `已确认 ${count} 条的位置`,
  allDone: '需要核对的批注都已处理。',
  itemName: (state: string, quote: string) => `${state}：${quote}`,
  attachBar: {
    name: '手动指定位置',
    text: '在正文中划选这条批注的新位置：',
    attach: '定位到所选',
    cancel: '取消',
    attached: '已定位到所选文字',
  },
  steps: { confirm: '确认位置', relocate: '重新定位', version: '更换文本版本' },
  versionChanged: '已换用所选文本，批注没有改动',
  textFollowed: '笔记文件夹中的规划文本已更换，现在显示的是新文本；批注没有改动。',
  problems: {
    damaged: '笔记文件夹中的规划文本（plan.json）已损坏，未作改动；现在显示的是程序自带的文本，批注都在。',
    'newer-version':
      '笔记文件夹中的规划文本（plan.json）由更新版本的程序写入，请升级本程序；文件已原样保留，现在显示的是程序自带的文本，批注都在。',
    unreadable: '笔记文件夹中的规划文本（plan.json）无法读取，未作改动；现在显示的是程序自带的文本，批注都在。',
  },
  versions: {
    title: '文本版本',
    intro: '批注所作的每一版文本都保留在笔记文件夹中。在别的文本上，批注自动定位，批注文件不会改动；换用另一版也一样。',
    list: '文本版本',
    inUse: '正在使用',
    bundled: '程序自带的文本',
    comesWithProgram: '随程序附带',
    importedAt: (when: string) => `${when} 导入`,
    unknownSince: '不知何时保留',
    use: '使用此文本',
    size: (characters: number, sections: number) => `${characters.toLocaleString('zh-CN')} 字 · ${sections} 节`,
    keptSince: (when: string) => `${when} 起保留`,
    notes: (made: number, placed: number) =>
      [
        made === 0 ? '没有批注作于此文本' : `${made} 条批注和书签作于此文本`,
        placed === 0 ? '' : `${placed} 条作于别的文本、在此确认了位置`,
      ]
        .filter(Boolean)
        .join('，'),
    missing: (count: number) => `另有 ${count} 条批注和书签依据的文本不在笔记文件夹中；批注自带原文，仍可核对。`,
    loading: '正在读取…',
  },
};
