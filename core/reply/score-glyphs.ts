/**
 * Stars and hearts written out as fractions, so that the grammar judges them like "4/5": ★★★★☆ is 4/5, ten stars are 10/10, and five stars
 * are 5/5, which on a scale up to ten may mean five or ten and goes to a person.
 */

const FULL_STAR = '⭐★🌟✭✮⭑'
const EMPTY_STAR = '☆✩⚝'
const FULL_HEART = '❤♥🧡💛💚💙💜💖💗💕'
const EMPTY_HEART = '🤍♡'

const runOf = (full: string, empty: string) => new RegExp(`(\\d ?)?([${full}](?: ?[${full}])*)((?: ?[${empty}])*)`, 'gu')
const STARS = runOf(FULL_STAR, EMPTY_STAR)
const HEARTS = runOf(FULL_HEART, EMPTY_HEART)
const ORNAMENT = ' '

/** People who give stars without showing the empty ones mean five of them. */
const USUAL_TOP = 5

const count = (run: string) => [...run.replaceAll(' ', '')].length

/** `text` without variation selectors. */
export function glyphsAsFractions(text: string): string {
  const hasWords = /[\p{L}\p{N}]/u.test(text)
  return text
    .replace(STARS, (_run, digit: string | undefined, full: string, empty: string) => {
      // "5 ⭐" has its number already; what it counts stays behind it.
      if (digit !== undefined) return `${digit}⭐`
      const [given, missing] = [count(full), count(empty)]
      if (given === 1 && missing === 0 && hasWords) return ORNAMENT
      return ` ${given}/${missing > 0 ? given + missing : Math.max(given, USUAL_TOP)} `
    })
    .replace(HEARTS, (_run, digit: string | undefined, full: string, empty: string) => {
      if (digit !== undefined) return digit
      const [given, missing] = [count(full), count(empty)]
      // Hearts beside words are affection. Alone, three of them may be a warm word or three of five: 3/3 fits no scale.
      if (missing === 0 && hasWords) return ORNAMENT
      return ` ${given}/${given + missing} `
    })
}
