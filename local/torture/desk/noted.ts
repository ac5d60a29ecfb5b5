/** Writes down what staff do and are told, as they do it. */
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { CallForm, FormAnswer } from '#local/torture/desk/acts.ts'
import type { AgentsLog, Erasure, Look, Ring, Sent } from '#local/torture/desk/agents-log.ts'

export interface Noted {
  cameToWork(date: LocalDate): void
  rang(ring: Ring): void
  looked(look: Look): void
  /** Before the first press. */
  sends(form: CallForm, by: Pick<Sent, 'agent' | 'customerId' | 'phone' | 'at'>): void
  /** `answer` null: none came. */
  told(form: CallForm, at: Instant, answer: FormAnswer | null): void
  /** Before the first press. */
  erases(customerId: string, as: string): void
  erased(customerId: string, at: Instant): void
  readonly log: () => AgentsLog
}

export function noted(): Noted {
  const days = new Set<LocalDate>()
  const rings: Ring[] = []
  const looks: Look[] = []
  const sent = new Map<string, Sent>()
  const erasures = new Map<string, Erasure>()
  let unanswered = 0
  return {
    cameToWork: (date) => void days.add(date),
    rang: (ring) => void rings.push(ring),
    looked: (look) => void looks.push(look),
    sends: (form, by) => void sent.set(form.attemptId, { form, ...by, answers: [] }),
    told(form, at, answer) {
      if (answer === null) unanswered++
      else sent.get(form.attemptId)?.answers.push({ at, answer })
    },
    erases: (customerId, as) => void erasures.set(customerId, { as, doneAt: null }),
    erased(customerId, doneAt) {
      const begun = erasures.get(customerId)
      if (begun) erasures.set(customerId, { ...begun, doneAt })
    },
    log: () => ({ days, rings, looks, sent, erasures, unanswered }),
  }
}
