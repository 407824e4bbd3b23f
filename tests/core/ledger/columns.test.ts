import { expect, test } from 'vitest';
import { type LedgerColumn, withColumns } from '#core/ledger/ledger-rows';

test.each<[name: string, shown: LedgerColumn[], added: LedgerColumn[], all: LedgerColumn[]]>([
  ['where it usually stands', ['clause', 'owner'], ['measure'], ['clause', 'measure', 'owner']],
  ['several', ['clause', 'status'], ['remark', 'leader'], ['clause', 'leader', 'status', 'remark']],
  ['last, where the order is the reader’s own', ['owner', 'clause'], ['measure'], ['owner', 'clause', 'measure']],
  ['nothing twice', ['clause', 'owner'], ['owner'], ['clause', 'owner']],
])('a column comes into sight %s', (_name, shown, added, all) => {
  expect(withColumns(shown, added)).toEqual(all);
});
