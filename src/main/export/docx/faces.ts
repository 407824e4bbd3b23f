/**
 * The faces of official writing under the names by which Word and WPS on Chinese machines know them; `fallback` is taken
 * where one is not installed.
 */
export const faces = {
  title: { name: '方正小标宋简体', fallback: '宋体' },
  song: { name: '宋体', fallback: 'SimSun' },
  hei: { name: '黑体', fallback: 'SimHei' },
  kai: { name: '楷体', fallback: '楷体_GB2312' },
  fang: { name: '仿宋', fallback: '仿宋_GB2312' },
  sans: { name: '微软雅黑', fallback: 'Microsoft YaHei' },
} as const;
export type Face = keyof typeof faces;

/** What letters and digits are set in beside each face. */
const latin: Record<Face, string> = {
  title: 'Times New Roman',
  song: 'Times New Roman',
  hei: 'Times New Roman',
  kai: 'Times New Roman',
  fang: 'Times New Roman',
  sans: 'Arial',
};

/** A face for Chinese with the one for letters that goes with it. */
export function fontOf(face: Face): { ascii: string; hAnsi: string; cs: string; eastAsia: string } {
  return { ascii: latin[face], hAnsi: latin[face], cs: latin[face], eastAsia: faces[face].name };
}
