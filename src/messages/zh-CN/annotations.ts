export const annotations = {};
