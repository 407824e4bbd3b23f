/** What a reader sees of a Word file beside the report itself. */
export const wordFile = {
  /** Names of the styles that Word does not have itself, as its list of styles shows them. */
  names: {
    summary: '汇编摘要',
    remark: '汇编说明',
    contents: '目录标题',
    facts: '批注信息',
    note: '批注正文',
    noteHeading: '批注小标题',
    noteQuote: '批注引文',
    code: '批注代码',
    detail: '批注附项',
    task: '任务栏目',
    explanation: '说明文字',
    cell: '表格正文',
    cellHead: '表格表头',
    signature: '签字栏',
  },
};
