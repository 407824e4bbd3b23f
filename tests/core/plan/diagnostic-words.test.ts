import { expect, test } from 'vitest';
import type { PlanDiagnostic } from '#core/plan/plan';
import { messages } from '#messages/zh-CN';

const sentences: Record<PlanDiagnostic['code'], (number: string) => string> = messages.diagnostics;

test.each<[PlanDiagnostic['code'], string, string]>([
  ['missing-chapter', '三', '缺第三章标题'],
  ['missing-chapter', '第三章', '缺第三章标题'],
  ['missing-chapter', '', '此处之前缺若干编号的标题'],
  ['missing-section', '三（一）', '缺三（一）标题及内容'],
  ['missing-attachment', '附件3', '附件3之前缺附件'],
  ['duplicate-number', '二（三）', '编号二（三）重复'],
  ['restarted-numbers', '二（一）', '编号从二（一）起重新开始'],
  ['out-of-order', '二', '编号二次序颠倒'],
])('%s of “%s” is said', (code, number, sentence) => {
  expect(sentences[code](number)).toBe(sentence);
});
