/** Workbooks of Excel and WPS: the ledger and the notes as tables. */
export const sheet = {
  names: { notes: '批注', ledger: '台账', plan: '批注' },
  file: {
    font: '宋体',
    id: '任务编号（请勿改动）',
    cut: '……（后文超出单元格长度）',
    foot: (page: string, pages: string) => `第 ${page} 页，共 ${pages} 页`,
    refused: {
      title: '请检查',
      status: '请从列表中选择：未启动、进行中、已完成、滞后、暂停。',
      day: '请填写日期，例如 2027-06-30，或留空。',
      percent: '请填写 0% 到 100% 之间的百分比。',
    },
  },
};
