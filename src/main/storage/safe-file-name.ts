/** Longest result in code points: 120 bytes of Chinese, which leaves room for what is put around it. */
const longest = 40;
/** Device names that Windows does not accept as the part before the first dot. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\s*(?:\.|$))/i;

/** `text` as a name that every file system takes for a file or folder; `fallback` when nothing is left of it. */
export function safeFileName(text: string, fallback: string): string {
  const cleaned = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/[<>:"/\\|?*]/g, fullWidth)
    .replace(/\s+/g, ' ');
  const name = trimEnds([...trimEnds(cleaned)].slice(0, longest).join(''));
  if (name === '') return fallback;
  return reserved.test(name) ? `_${name}` : name;
}

/** Windows drops dots and spaces at the end; a dot at the start hides the name, `~$` makes synchronisers skip it. */
function trimEnds(name: string): string {
  return name.replace(/^[\s.~]+/, '').replace(/[\s.]+$/, '');
}

/** The same sign as Chinese typography has it, which file systems accept. */
function fullWidth(sign: string): string {
  return String.fromCharCode(sign.charCodeAt(0) + 0xfee0);
}
