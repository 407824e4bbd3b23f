const files = import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Where the shipped tables lie that map codes of Chinese, Japanese and Korean fonts, by name. */
export const mapAddresses: Partial<Record<string, string>> = Object.fromEntries(
  Object.entries(files).map(([path, address]) => [path.replace(/^.*\/|\.bcmap$/g, ''), address]),
);
