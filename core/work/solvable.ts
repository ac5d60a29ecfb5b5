/**
 * What staff solve for a customer: of that they are asked whether it was solved at the first contact, and what they leave open is counted as not said. Of a
 * contact they may say it too, where something was solved in it; most contacts ask for nothing, so silence there is no missing word.
 */
import { reasonOf, type WorkItem, type WorkReason } from '#core/work/work-item.ts'

/** A request about data is answered, not solved; a suggestion, and a call in which the company asks, ask for nothing. */
const SOLVED: Readonly<Record<WorkReason, boolean>> = {
  'missed-hotline': true,
  'low-score': true,
  complaint: true,
  request: true,
  question: true,
  suggestion: false,
  'unclear-reply': true,
  rights: false,
  'check-in': false,
  'follow-up': false,
  contact: false,
}

export const isSolvedFor = (reason: WorkReason): boolean => SOLVED[reason]

export const isSolvable = (item: WorkItem): boolean => isSolvedFor(reasonOf(item))
