/**
 * When something happened, as the end of a clause of the sentence that tells it. Where the line begins with the time already, the sentence is given an
 * empty one, and does not say it again.
 */
const clause =
  (before: string) =>
  (time: string): string =>
    time === '' ? '' : `${before} ${time}`

/** `Đóng` + ` lúc 09:00 10/03/2027`; `since`: of what has lasted from then on. */
export const vi = { when: clause(' lúc'), since: clause(' từ') }
export const en = { when: clause(' at'), since: clause(' since') }

/** Between two commas: the time alone. */
export const aside = clause(',')

export interface TimeTelling {
  /** An instant in the company's time. */
  readonly at: (instant: string) => string
  /** The line begins with the time of the event, so that its words leave that out. */
  readonly isUnderItsTime?: true
}

/** The time of an event, for the sentence that tells it; other instants in that sentence are always said. */
export const timeOf = (happened: string, { at, isUnderItsTime }: TimeTelling): string => (isUnderItsTime ? '' : at(happened))
