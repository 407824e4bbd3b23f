/** A stretch of text and what it is on its side: around the passage, in both texts, or in this one only. */
export interface TextPart {
  kind: 'around' | 'same' | 'changed';
  text: string;
}
