/** The tables of comment words, one per language. Words are single words; phrases are patterns as in spoken.ts. */

export interface CommentVocabulary {
  /** Without content: politeness, "and", "very", the speaker and the addressee. */
  readonly idle: readonly string[]
  /** What praise is about. Alone they may be an order, a place, or part of a story. */
  readonly topics: readonly string[]
  readonly praise: readonly string[]
  /** Praise as a whole, although a word in it would not be: "không có gì để chê", "can't fault it". */
  readonly praisePhrases: readonly string[]
  /** Harmless beside praise or alone: "mua lần thứ ba rồi", "a gift for my mother". */
  readonly storyPhrases: readonly string[]
  /** A reason that names an act of ours. With a soft ending and no "very" it is a wish: "giao nhanh nhé". */
  readonly deeds: readonly string[]
  /** Turn such a wish into praise: "giao nhanh lắm nhé". */
  readonly much: readonly string[]
  /** End a wish. */
  readonly softEnds: readonly string[]
  /** Known only with marks: without marks these are other words too, among them complaints. */
  readonly markedOnly: readonly string[]
  /** The words of a scale: understood only where they were read as the score. */
  readonly scalePhrases: readonly string[]
}

export const words = (source: string): readonly string[] => source.split('|').map((word) => word.trim())
