import type { FileProblem } from '#ipc/contract/reading-contract';
import { messages } from '#messages/zh-CN';

const words = messages.importing;

/** What a refused file is, and what to do. */
export function problemSentence(problem: FileProblem): string {
  if (problem.code === 'unsupported') return words.unsupported[problem.kind];
  if (problem.code === 'not-a-file' || problem.code === 'unreadable') return words.fileProblems[problem.code];
  return words.problems[problem.code];
}
