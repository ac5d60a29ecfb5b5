/**
 * Writes stars and hearts as fractions, so that the grammar reads them like "4/5": ★★★★☆ is 4/5, ten stars are 10/10. Five stars are 5/5, which on
 * a scale up to ten may mean five or ten and goes to staff.
 */

const FULL_STAR = '⭐★🌟✭✮⭑'
const EMPTY_STAR = '☆✩⚝'
const FULL_HEART = '❤♥🧡💛💚💙💜💖💗💕'
const EMPTY_HEART = '🤍♡'

const runOf = (full: string, empty: string) => new RegExp(`(\\d ?)?([${full}](?: ?[${full}])*)((?: ?[${empty}])*)`, 'gu')
const STARS = runOf(FULL_STAR, EMPTY_STAR)
const HEARTS = runOf(FULL_HEART, EMPTY_HEART)
const ORNAMENT = ' '

/** A customer who gives stars without empty ones means a scale of five. */
const USUAL_TOP = 5

const count = (run: string) => [...run.replaceAll(' ', '')].length

/** `text` without variation selectors. */
export function glyphsAsFractions(text: string): string {
  const hasWords = /[\p{L}\p{N}]/u.test(text)
  return text
    .replace(STARS, (_run, digit: string | undefined, full: string, empty: string) => {
      // "5 ⭐" already has its number; what it counts stays behind it.
      if (digit !== undefined) return `${digit}⭐`
      const [given, missing] = [count(full), count(empty)]
      if (given === 1 && missing === 0 && hasWords) return ORNAMENT
      return ` ${given}/${missing > 0 ? given + missing : Math.max(given, USUAL_TOP)} `
    })
    .replace(HEARTS, (_run, digit: string | undefined, full: string, empty: string) => {
      if (digit !== undefined) return digit
      const [given, missing] = [count(full), count(empty)]
      // Hearts beside words show affection. Alone, three hearts may be a kind word or three of five: 3/3 fits no scale.
      if (missing === 0 && hasWords) return ORNAMENT
      return ` ${given}/${given + missing} `
    })
}
