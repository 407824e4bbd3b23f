import type { PlanDocument } from '#core/plan/plan';
import { answerOf } from '#core/search/answer';
import { type PatternProblem, searchPattern } from '#core/search/pattern';
import { searchNotesByPattern } from '#core/search/search-notes';
import { failure, type Result, success } from '#core/text/result';
import { createHeldNotes, type NoteFinder } from './held-notes.ts';
import { packAnswer } from './packed-answer.ts';
import type { FoundNotes, PackedPatternFindings, PatternRequest, PatternResponse } from './search-messages.ts';

type MatchRequest = Extract<PatternRequest, { kind: 'match' }>;

const noNotes: FoundNotes = { listed: [], count: 0, taskCount: 0 };

/** The part of the worker for regular expressions in the conversation. A question may take for ever: then the worker is ended. */
export function createPatternAnswerer(answer: (response: PatternResponse) => void): (request: PatternRequest) => void {
  let documents: readonly PlanDocument[] = [];
  const notes = createHeldNotes();

  const match = ({ expression, parts, options }: MatchRequest): Result<PackedPatternFindings, PatternProblem> => {
    const isTextMeant = parts === 'text' || parts === 'everything';
    const { document, locate = Number.POSITIVE_INFINITY, places } = options;
    const scope = document === undefined ? {} : { document };
    const inTexts = searchPattern(isTextMeant ? documents : [], expression, scope);
    if (!inTexts.ok) return inTexts;
    const { hits, complete } = inTexts.value;
    const texts = packAnswer(answerOf(documents, hits, { locate, places }));
    if (parts === 'text') return success({ texts, complete, notes: noNotes });
    try {
      const finder: NoteFinder = {
        find: (searched, part) => searchNotesByPattern(searched, new RegExp(expression, 'giu'), part),
        isLikely: () => true,
      };
      const found = notes.search(finder, parts === 'everything' ? 'notes' : parts, document);
      return success({ texts, complete, notes: found });
    } catch (error) {
      // engines compile at the first match, and say only then what is too much for them
      if (error instanceof SyntaxError || error instanceof RangeError) return failure('too-large');
      throw error;
    }
  };

  return (request) => {
    if (request.kind === 'notes') return notes.hold(request.document, request.notes);
    if (request.kind === 'load') {
      documents = [...documents.filter(({ id }) => request.kept.includes(id)), ...request.documents];
      return;
    }
    answer({ kind: 'begun', id: request.id });
    answer({ kind: 'matched', id: request.id, result: match(request) });
  };
}
