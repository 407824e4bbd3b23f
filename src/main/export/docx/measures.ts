/** Twentieths of a point, the unit of Word. */
export const twips = {
  ofPoints: (points: number) => Math.round(points * 20),
  ofMillimetres: (millimetres: number) => Math.round((millimetres / 25.4) * 1440),
};

/** A4, upright. */
export const sheet = { width: twips.ofMillimetres(210), height: twips.ofMillimetres(297) };

/** GB/T 9704—2012: 22 lines to 225 mm and 28 characters to 156 mm, in 16 points. */
export const officialGrid = {
  size: 16,
  pitch: 28.95,
  character: ((156 / 25.4) * 72) / 28,
  /** Twips that bring 28 characters of 16 points into 156 mm. The grid alone would: but LibreOffice gives each of them two cells. */
  tightening: -5,
};
