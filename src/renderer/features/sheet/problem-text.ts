import type { SheetProblem } from '#core/sheet/sheet-reading';
import type { FileProblem } from '#ipc/contract/reading-contract';
import { messages } from '#messages/zh-CN';

const words = messages.sheet.importing;

/** Why a file was not taken, and what to do. */
export function problemText(problem: FileProblem | SheetProblem): string {
  const { problems } = words;
  switch (problem.code) {
    case 'other-document':
      return words.otherDocument(problem.title) + problems['other-document'];
    case 'old-doc':
    case 'wps':
    case 'scanned-pdf':
    case 'no-text':
    case 'binary':
      return problems.unsupported;
    case 'too-much-text':
    case 'too-many-parts':
    case 'too-deep':
      return problems['too-much'];
    case 'too-demanding':
      return problems['too-slow'];
    default:
      return problems[problem.code];
  }
}
