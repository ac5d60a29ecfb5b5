/** One more answer to an invitation: what counts afterwards, and what stays as history. */
import { type Answer, isSuspect } from '#core/survey/response.ts'

/** Changes after the first answer. A customer does not change an answer more often; a robot does. */
export const MOST_CHANGES = 20
/** In one response, over all its answers: at three bytes a character it still fits into a row of the table. */
const MOST_CHARACTERS = 110_000

/** Enough suspect answers to see that a machine was at work. More are not kept: they must never use up a customer's own changes. */
export const MOST_SUSPECT = 5

export type NextAnswers =
  | { readonly unchanged: Answer }
  | { readonly answers: readonly Answer[]; readonly given: Answer }
  /** One more suspect answer, when enough are kept. */
  | { readonly unkept: Answer }
  | { readonly refused: 'too-often' }

/**
 * Answers stay in the order in which they were given, even when a mail arrives after a page that was filled in later. The same answer again changes
 * nothing. A mail with only a number keeps the earlier words, and a mail with only words keeps the earlier number: what a reply leaves out stays,
 * what a page leaves empty was emptied.
 */
export function nextAnswers(earlier: readonly Answer[], answer: Answer): NextAnswers {
  if (isSuspect(answer)) return withSuspect(earlier, answer)
  const counting = earlier.filter((each) => !isSuspect(each))
  const before = counting.findLast(({ at }) => at <= answer.at)
  const given = answer.origin.via === 'reply' && before ? completed(answer, before) : answer
  if (before && isSame(before, given)) return { unchanged: before }
  if (counting.length > MOST_CHANGES) return { refused: 'too-often' }
  // A suspect answer that is given again was the customer's.
  const answers = inOrder(
    earlier.filter((each) => !isSuspect(each) || !isSame(each, given)),
    given,
  )
  if (fits(answers)) return { answers, given }
  const spared = inOrder(counting, given)
  return fits(spared) ? { answers: spared, given } : { refused: 'too-often' }
}

function withSuspect(earlier: readonly Answer[], answer: Answer): NextAnswers {
  const standing = earlier.findLast((each) => !isSuspect(each))
  if (standing && isSame(standing, answer)) return { unchanged: standing }
  const suspects = earlier.filter(isSuspect)
  const same = suspects.find((each) => isSame(each, answer))
  if (same) return { unchanged: same }
  const answers = inOrder(earlier, answer)
  return suspects.length < MOST_SUSPECT && fits(answers) ? { answers, given: answer } : { unkept: answer }
}

function inOrder(earlier: readonly Answer[], given: Answer): readonly Answer[] {
  const place = earlier.findLastIndex(({ at }) => at <= given.at) + 1
  return [...earlier.slice(0, place), given, ...earlier.slice(place)]
}

const fits = (answers: readonly Answer[]) => JSON.stringify(answers).length <= MOST_CHARACTERS

const completed = (answer: Answer, before: Answer): Answer => ({
  ...answer,
  score: answer.score ?? before.score,
  ...((answer.ratings ?? before.ratings) && { ratings: answer.ratings ?? before.ratings }),
  why: answer.why ?? before.why,
  followUps: { ...before.followUps, ...answer.followUps },
})

/** The same words, score and ratings, whatever the origin and the time. */
function isSame(one: Answer, other: Answer): boolean {
  const content = ({ score, ratings, why, followUps }: Answer) => {
    const rated = ratings?.map(({ attribute, score: given }) => [attribute, given]) ?? null
    return JSON.stringify([score, rated, why, Object.entries(followUps).sort(([a], [b]) => (a < b ? -1 : 1))])
  }
  return content(one) === content(other)
}
