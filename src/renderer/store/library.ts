import type { PlanDocument } from '#core/plan/plan';
import type { LibraryStatus, TextVersion } from '#ipc/contract/library-contract';
import type { OperationError } from '#ipc/error-codes';
import { messages } from '#messages/zh-CN';
import type { Api } from '../api.ts';
import type { AppState, Slice } from './app-store.ts';
import { isSearchedEverywhere } from './search.ts';
import { textChanges } from './text-changes.ts';

/** Reading of the document's texts. New functions whenever other texts may be kept than before, so that what was read is read again. */
interface TextReading {
  /** The texts of the open document; null when they cannot be told. */
  listVersions: () => Promise<TextVersion[] | null>;
  /** An earlier text; null when it is not there any more. */
  textOf: (hash: string) => Promise<PlanDocument | null>;
}

export interface LibrarySlice extends TextReading {
  plan: PlanDocument | null;
  planError: OperationError | null;
  /** `null`: the document that was open last. */
  openDocument: (document: string | null) => Promise<void>;
  /** Says what is wrong with the text in the notes folder, where something is; answers whether nothing is. */
  checkText: () => Promise<boolean>;
  /** Looks whether another text is in use by now, as in another notes folder; answers whether nothing is wrong with it. */
  followText: () => Promise<boolean>;
  /** Other programs have changed the texts of this document in the notes folder. */
  followTexts: (document: string) => Promise<void>;
  /** Makes another text the one in use. Can be undone. */
  useVersion: (hash: string) => Promise<boolean>;
  /** Shows a text of the open document that is in use by now. Can be undone where it is another text. */
  takeText: (plan: PlanDocument) => void;
}

export const librarySlice: Slice<LibrarySlice> = (api) => (set, get) => {
  const texts = textChanges(api, set, get);
  let told: LibraryStatus['problem'] = null;
  return {
    plan: null,
    planError: null,
    ...textReading(api, get),
    openDocument: async (document) => {
      const answer = await api['library.open']({ document });
      set(answer.ok ? { plan: answer.value, planError: null } : { plan: null, planError: answer.error });
    },
    checkText: async () => {
      const { plan } = get();
      if (plan === null) return true;
      const status = await api['library.status']({ document: plan.id });
      const problem = status.ok ? status.value.problem : null;
      // While another program holds a text it is looked at every second: what the reader has put away is not said again.
      const isTold = problem === 'unreadable' && told === problem;
      told = problem;
      if (problem === null) return true;
      if (isTold) return false;
      get().notify({ kind: 'error', text: messages.review.problems[problem] });
      return false;
    },
    followText: async () => {
      const { plan } = get();
      if (plan === null) return true;
      const answer = await api['library.open']({ document: plan.id });
      if (answer.ok) texts.show(answer.value);
      if (!answer.ok && answer.error.code === 'plan-missing') await get().leaveMissing();
      return get().checkText();
    },
    followTexts: async (document) => {
      const { plan } = get();
      get().forgetText(document);
      if (plan?.id !== document) return isSearchedEverywhere(get()) ? get().readTexts() : undefined;
      const isSound = await get().followText();
      set(textReading(api, get));
      if (isSound && get().plan !== plan) get().notify({ kind: 'done', text: messages.review.textFollowed });
    },
    useVersion: texts.useVersion,
    takeText: (plan) => {
      texts.take(plan);
      set(textReading(api, get));
    },
  };
};

function textReading(api: Api, get: () => AppState): TextReading {
  const texts = new Map<string, PlanDocument>();
  return {
    listVersions: async () => {
      const { plan } = get();
      const answer = plan === null ? null : await api['library.versions']({ document: plan.id });
      if (answer === null || answer.ok) return answer?.value ?? null;
      get().notifyError(answer.error);
      return null;
    },
    textOf: async (hash) => {
      const { plan } = get();
      const known = texts.get(hash);
      if (known !== undefined || plan === null) return known ?? null;
      const answer = await api['library.version']({ document: plan.id, hash });
      if (answer.ok) texts.set(hash, answer.value);
      return answer.ok ? answer.value : null;
    },
  };
}
