import type { PlanDocument } from '#core/plan/plan';
import { findInText } from '#core/search/find-in-text';
import { createSearcher, type Searcher } from '#core/search/index';
import { createHeldNotes, findWords } from './held-notes.ts';
import { packAnswer } from './packed-answer.ts';
import type { PackedFindings, SearchRequest, SearchResponse } from './search-messages.ts';

/** Milliseconds of index building between two looks at the questions that came in. */
const slice = 8;

/** The worker's part of the conversation. Questions are answered from the first moment on; the index joins later. */
export function createAnswerer(answer: (response: SearchResponse) => void): (request: SearchRequest) => void {
  let documents: readonly PlanDocument[] = [];
  let searcher: Searcher = createSearcher([], { order: 'later' });
  const notes = createHeldNotes();

  const load = (loaded: readonly PlanDocument[], kept: readonly string[]) => {
    documents = [...documents.filter(({ id }) => kept.includes(id)), ...loaded];
    const created = createSearcher(documents, { order: 'later', known: searcher });
    searcher = created;
    const steps = created.buildOrder();
    const build = () => {
      if (searcher !== created) return;
      const until = performance.now() + slice;
      while (performance.now() < until) {
        if (!steps.next().done) continue;
        if (created.isOrdered()) answer({ kind: 'ordered' });
        return;
      }
      setTimeout(build);
    };
    setTimeout(build);
  };
  const search = ({ query, within, options }: Extract<SearchRequest, { kind: 'search' }>): PackedFindings => ({
    texts: packAnswer(searcher.answer(within === 'everything' ? query : '', options)),
    notes: notes.search(findWords(query), within === 'everything' ? 'notes' : within, options.document),
  });

  return (request) => {
    if (request.kind === 'load') return load(request.documents, request.kept);
    if (request.kind === 'notes') return notes.hold(request.document, request.notes);
    const { id, query } = request;
    if (request.kind === 'search') return answer({ kind: 'found', id, findings: search(request) });
    const plan = documents.find((document) => document.id === request.document);
    answer({ kind: 'places', id, places: plan === undefined ? new Int32Array() : findInText(plan, query) });
  };
}
