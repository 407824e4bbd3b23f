import { useEffect, useState } from 'react';

type Matcher = (text: string, spelling: string) => boolean;

/** Text that may be pinyin. */
export const latin = /[a-z]/i;

const notYet: Matcher = () => false;

/** Matches by pinyin once it is asked for: its table of readings is not needed to start. */
export function usePinyin(isWanted: boolean): Matcher {
  const [matcher, setMatcher] = useState<Matcher>(() => notYet);
  useEffect(() => {
    if (isWanted) void import('#core/search/pinyin').then(({ matchesPinyin }) => setMatcher(() => matchesPinyin));
  }, [isWanted]);
  return matcher;
}
