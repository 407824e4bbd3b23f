/** Undo and redo: the names of steps, and what is said when one was taken back or made again. */
export const history = {
  undo: (step: string) => `撤销：${step}`,
  redo: (step: string) => `重做：${step}`,
  undone: (step: string) => `已撤销：${step}`,
  redone: (step: string) => `已重做：${step}`,
  partlyUndone: (done: number, left: number) => `已撤销 ${done} 条，另有 ${left} 条未能撤销，可再撤销一次。`,
  partlyRedone: (done: number, left: number) => `已重做 ${done} 条，另有 ${left} 条未能重做，可再重做一次。`,
  /** Part of a change of many notes could not be saved. */
  partlySaved: (done: number, left: number) => `已保存 ${done} 条，另有 ${left} 条未能保存。`,
  /** The reader stopped a change of many notes. */
  stopped: (done: number, left: number) => `已停止：改了 ${done} 条，其余 ${left} 条没有改动。`,
  steps: {
    create: '添加批注',
    remove: '删除批注',
    restore: '恢复批注',
    body: '修改批注',
    tags: '修改标签',
    label: '修改类别',
    placement: '重新定位',
    snapshot: '恢复快照',
    labelNames: '修改类别名称',
    /** A step that changed several notes at once. */
    many: (step: string, count: number) => `${step}（${count} 条）`,
  },
};
