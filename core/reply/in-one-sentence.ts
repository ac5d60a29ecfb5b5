/** What a customer wrote, in one of their own sentences, for a mail that must be understood at a glance. */
import { cutTo } from '#core/reply/readable-text.ts'
import { spoken } from '#core/reply/spoken.ts'
import { complaintsIn } from '#core/reply/tone-words.ts'

const LONGEST = 240
/** Only the beginning is looked through: the whole text stands in the app. */
const LOOKED_THROUGH = 4_000

/** The first sentence that complains; where none does in our reading, the longest one, because a greeting is short. Null for a text without words. */
export function inOneSentence(text: string): string | null {
  const sentences = cutTo(text, LOOKED_THROUGH)
    .split(/(?<=[.!?…])\s+|\n+/u)
    .map((each) => each.replace(/\s+/gu, ' ').trim())
    .filter((each) => /\p{L}/u.test(each))
  const complaining = sentences.find((each) => complaintsIn(spoken(each), { contentment: false }).length > 0)
  const chosen = complaining ?? sentences.toSorted((a, b) => b.length - a.length)[0]
  if (chosen === undefined) return null
  return chosen.length <= LONGEST ? chosen : `${cutTo(chosen, LONGEST - 1).trimEnd()}…`
}
