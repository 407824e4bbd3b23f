export const bookmarks = {
  tab: '书签',
  list: '书签',
  count: (count: number) => `${count} 个书签`,
  empty: {
    title: '还没有书签',
    text: '读到以后还要回来的地方，按 Ctrl+D 加一个书签。选中一句话再按，书签就落在那一句。再按一次即可去掉。',
  },
  toggle: '加书签或去掉书签',
  removeNamed: (name: string) => `删除书签：${name}`,
  rename: (name: string) => `改名：${name}`,
  nameField: '书签名称',
  added: '已加书签',
  removed: '书签已移到回收站',
  markName: (name: string) => `书签：${name}`,
  lost: '失联',
  nowhere: '此处没有可以加书签的文字。',
  steps: { create: '添加书签', remove: '删除书签', body: '修改书签名称' },
};
