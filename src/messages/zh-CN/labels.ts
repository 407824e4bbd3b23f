/** The usual names of the built-in labels. */
export const labels = { important: '重点', question: '疑问', todo: '待办', data: '数据', other: '其他' };
