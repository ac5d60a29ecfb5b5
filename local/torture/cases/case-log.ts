/** What was done to cases and what was answered, as it was done: the verdict compares the rows and the bucket with it. */
import type { Instant } from '#core/time/instant.ts'
import type { CaseAct, CaseAnswer } from '#local/torture/cases/case-acts.ts'

export interface DoneToCase {
  readonly act: CaseAct
  /** In the order in which they came; a press without an answer has none. */
  readonly answers: readonly { readonly at: Instant; readonly answer: CaseAnswer }[]
}

export type CaseLog = readonly DoneToCase[]

export function caseLog() {
  const log: DoneToCase[] = []
  return {
    /** Before the first press. */
    begins(act: CaseAct): { told(at: Instant, answer: CaseAnswer): void } {
      const answers: { at: Instant; answer: CaseAnswer }[] = []
      log.push({ act, answers })
      return { told: (at, answer) => void answers.push({ at, answer }) }
    },
    log: (): CaseLog => log,
  }
}

export const isDone = ({ answers }: DoneToCase): boolean => answers.some(({ answer }) => answer.is === 'done')

/** Refused at the last press, or never answered: what a crash began may be left as it is. */
export const isLeft = ({ answers }: DoneToCase): boolean => answers.at(-1)?.answer.is !== 'done'

export const actsNamed = <Name extends CaseAct['act']>(log: CaseLog, name: Name) =>
  log.flatMap((done) => (isNamed(done.act, name) ? [{ ...done, act: done.act }] : []))

const isNamed = <Name extends CaseAct['act']>(act: CaseAct, name: Name): act is Extract<CaseAct, { act: Name }> =>
  act.act === name
