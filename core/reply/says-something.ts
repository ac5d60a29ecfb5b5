/** Whether a text holds anything to act upon: a stop, a request, a complaint, a right, or a score. */
import { SCORED_KINDS } from '#core/campaign/survey-definition.ts'
import { mayAskToStop, optOutIn } from '#core/reply/opt-out-words.ts'
import { readScore } from '#core/reply/read-score.ts'
import { asksSomething } from '#core/reply/request-words.ts'
import { rightsIn } from '#core/reply/rights-words.ts'
import { type Spoken, spoken } from '#core/reply/spoken.ts'
import { complaintsIn } from '#core/reply/tone-words.ts'

export const asksToStop = (text: string, said: Spoken = spoken(text)): boolean => optOutIn(said) !== null

const asksOrComplains = (text: string): boolean => {
  const said = spoken(text)
  return (
    asksToStop(text, said) ||
    mayAskToStop(said) ||
    asksSomething(text, said) ||
    rightsIn(said).length > 0 ||
    complaintsIn(said, { contentment: false }).length > 0
  )
}

const holdsScore = (line: string): boolean => {
  const said = spoken(line)
  return !isPlace(line) && SCORED_KINDS.some((kind) => readScore(line, said, kind).is === 'score')
}

/** Digits of phone numbers, links and streets are no scores: "Số 9 Lý Thường Kiệt", "Q. 7, TP.HCM". */
const isPlace = (line: string): boolean =>
  /@|https?:|www\.|\d{6}/.test(line.replace(/[ .()-]/g, '')) ||
  (!/điểm|points?|sao|stars?|\/ ?\d/iu.test(line) && (line.match(/(?<!\p{L})\p{Lu}[\p{L}.]*/gu) ?? []).length >= 3)

/** Also read line by line: a word alone in its line ("STOP") would not be found in the middle of a block. */
export const saysSomething = (lines: readonly string[]): boolean =>
  asksOrComplains(lines.join('\n')) || lines.some((line) => line.trim() !== '' && (asksOrComplains(line) || holdsScore(line)))
