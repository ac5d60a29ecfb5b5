/** What a table of comment words holds, one for each language. Words are single words, phrases are patterns as in spoken.ts. */

export interface CommentVocabulary {
  /** Say nothing about anything: politeness, "and", "very", who speaks and to whom. */
  readonly idle: readonly string[]
  /** What praise is about. Alone they may be an order, a place, half of a story. */
  readonly topics: readonly string[]
  readonly praise: readonly string[]
  /** Good as they stand, though a word in them would not be: "không có gì để chê", "can't fault it". */
  readonly praisePhrases: readonly string[]
  /** Harmless beside praise or alone: "mua lần thứ ba rồi", "a gift for my mother". */
  readonly storyPhrases: readonly string[]
  /** A reason as an act of ours, which with a soft ending and no "very" is a wish: "giao nhanh nhé". */
  readonly deeds: readonly string[]
  /** Make of such a wish a praise: "giao nhanh lắm nhé". */
  readonly much: readonly string[]
  /** End a wish. */
  readonly softEnds: readonly string[]
  /** Of these only the marked form is known: without marks they are other words too, and bad ones. */
  readonly markedOnly: readonly string[]
  /** The words of a scale; understood only where such words were taken for the score. */
  readonly scalePhrases: readonly string[]
}

export const words = (source: string): readonly string[] => source.split('|').map((word) => word.trim())
