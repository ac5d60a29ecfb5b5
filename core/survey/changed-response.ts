/** One more answer to an invitation: what counts afterwards, and what stays as history. */
import type { Answer } from '#core/survey/response.ts'

/** After the first answer. Nobody changes their mind more often; a robot does. */
export const MOST_CHANGES = 20
/** In one response, over all its answers: at three bytes a character it still fits into a row of the table. */
const MOST_CHARACTERS = 110_000

export type NextAnswers =
  | { readonly unchanged: Answer }
  | { readonly answers: readonly Answer[]; readonly given: Answer }
  | { readonly refused: 'too-often' }

/**
 * Answers stay in the order in which they were given, also when a mail arrives after a page that was filled in later. The same answer
 * again changes nothing. A mail that says only a number takes back no words, and one that says only words takes back no number: what a reply
 * leaves out stands as it was; what a page leaves empty was emptied.
 */
export function nextAnswers(earlier: readonly Answer[], answer: Answer): NextAnswers {
  const place = earlier.findLastIndex(({ at }) => at <= answer.at) + 1
  const before = earlier[place - 1]
  const given = answer.origin.via === 'reply' && before ? completed(answer, before) : answer
  if (before && isSame(before, given)) return { unchanged: before }
  const answers = [...earlier.slice(0, place), given, ...earlier.slice(place)]
  const tooMuch = answers.length > MOST_CHANGES + 1 || JSON.stringify(answers).length > MOST_CHARACTERS
  return tooMuch ? { refused: 'too-often' } : { answers, given }
}

const completed = (answer: Answer, before: Answer): Answer => ({
  ...answer,
  score: answer.score ?? before.score,
  why: answer.why ?? before.why,
  followUps: { ...before.followUps, ...answer.followUps },
})

/** Wherever it came from and whenever: the same words and the same score. */
function isSame(one: Answer, other: Answer): boolean {
  const content = ({ score, why, followUps }: Answer) =>
    JSON.stringify([score, why, Object.entries(followUps).sort(([a], [b]) => (a < b ? -1 : 1))])
  return content(one) === content(other)
}
