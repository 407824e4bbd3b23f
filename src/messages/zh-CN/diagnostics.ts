/** 三 is said as 第三章; a number that says itself what it is, such as 第三章 or 附件3, stays. */
const chapterName = (number: string) => (/^[第附]/u.test(number) ? number : `第${number}章`);

/**
 * What reading a document noticed, by the code of the diagnostic. `number`: of the section concerned, as the document
 * prints it (三, 二（三）); empty where there is none.
 */
export const diagnostics = {
  'missing-chapter': (number: string) => (number === '' ? '此处之前缺若干编号的标题' : `缺${chapterName(number)}标题`),
  'missing-section': (number: string) => (number === '' ? '此处之前缺若干编号的标题' : `缺${number}标题及内容`),
  'missing-attachment': (number: string) => `${number || '此附件'}之前缺附件`,
  'inferred-parent': (number: string) => `${number}依编号推定属于上级标题`,
  continuation: (number: string) => (number === '' ? '此段之前原文有缺' : `${number}中有一段之前原文有缺`),
  'cut-off': (number: string) => (number === '' ? '此段在句中断开' : `${number}中有一段在句中断开`),
  'duplicate-number': (number: string) => `编号${number}重复`,
  'restarted-numbers': (number: string) => `编号从${number}起重新开始`,
  'out-of-order': (number: string) => `编号${number}次序颠倒`,
  'no-headings': () => '未识别出标题，全文按正文显示',
  contents: () => '文前目录照原文保留，其各行不作标题',
};
