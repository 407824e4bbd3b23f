/** Narrowing a list: annotations, and the ledger. */
export const filtering = {
  open: '筛选',
  openWith: (count: number) => `筛选，已用 ${count} 个条件`,
  dialog: '筛选条件',
  active: '当前筛选条件',
  drop: (name: string) => `去掉条件：${name}`,
  clearAll: '清除全部',
  clear: '清除筛选',
};
