/** Made by `scripts/reader-fonts.mjs`: the faces of the first page. */
declare module 'virtual:reader-fonts.css';
