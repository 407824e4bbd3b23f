/**
 * What the window may load: its own files and nothing else. react-aria-components adds one constant `<style>` element; its
 * hash is allowed, and a test fails when an update changes that style.
 */
const reactAriaStyleHash = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

const nothingElse = "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const readerPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${reactAriaStyleHash}`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  'frame-src app://report',
  nothingElse,
].join('; ');

/** Reports are shown in a frame of the window and printed; they carry text of notes and never a script. */
export const reportPolicy = [
  "default-src 'none'",
  'style-src app://reader',
  'font-src app://reader',
  "object-src 'none'; base-uri 'none'; form-action 'none'",
  'frame-ancestors app://reader',
].join('; ');

/** What a cell may load: its scripts and its tables of characters. */
export const cellPolicy = ["default-src 'none'", "script-src 'self'", "connect-src 'self'", nothingElse].join('; ');
