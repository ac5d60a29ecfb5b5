/** What is said between a rehearsal and a part of its base in a thread of its own. */

import type { Person } from '#app/ports/customers.ts'
import type { DutyBook, RosterStore } from '#app/ports/staff.ts'
import type { Written } from '#app/ports/written.ts'
import type { ClosedPart } from '#app/rehearsal/counted-outcomes.ts'
import type { LackingField } from '#app/rehearsal/lacking-letters.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { LoadedCustomers, LoadedPurchases, PartOrder } from '#local/rehearsal/part.ts'

type Of<Method extends keyof LoadedCustomers> = Parameters<LoadedCustomers[Method]>[0]

/** Asked of the part. */
export type Asked =
  | { readonly ask: 'getMany'; readonly ids: Of<'getMany'> }
  | { readonly ask: 'sharing'; readonly address: string }
  | { readonly ask: 'put'; readonly customers: Of<'put'> }
  | { readonly ask: 'noticePurchases'; readonly noticed: Of<'noticePurchases'> }
  | { readonly ask: 'setConsents'; readonly customerId: string; readonly consents: Parameters<LoadedCustomers['setConsents']>[1] }
  | { readonly ask: 'setFrequency'; readonly choice: Of<'setFrequency'> }
  | { readonly ask: 'setSharedAddress'; readonly mark: Of<'setSharedAddress'> }
  | { readonly ask: 'setOpenCase'; readonly said: Of<'setOpenCase'> }
  | { readonly ask: 'putPurchases'; readonly purchases: Parameters<LoadedPurchases['put']>[0] }
  | { readonly ask: 'getPurchases'; readonly keys: Parameters<LoadedPurchases['getMany']>[0] }
  | { readonly ask: 'count' }
  | { readonly ask: 'rehearse'; readonly order: PartOrder; readonly count: number }

/** Each question has one of them in its answer, or none. */
export interface Answered {
  readonly people?: readonly Person[]
  readonly purchases?: readonly Purchase[]
  readonly written?: Written
  readonly count?: number
  readonly lacking?: readonly LackingField[]
}

/** Asked of the rehearsal, by a part at work. */
export type AskedBack =
  | { readonly ask: 'sum'; readonly about: string; readonly amounts: readonly number[] }
  | { readonly ask: 'all'; readonly about: string; readonly texts: readonly string[] }
  | { readonly ask: 'roster' }
  | { readonly ask: 'plan'; readonly planId: string | null }
  | { readonly ask: 'changesOn'; readonly date: LocalDate }

export interface AnsweredBack {
  readonly amounts?: readonly number[]
  readonly texts?: readonly string[]
  readonly roster?: Awaited<ReturnType<RosterStore['current']>>
  readonly plan?: Awaited<ReturnType<RosterStore['plan']>>
  readonly changes?: Awaited<ReturnType<DutyBook['changesOn']>>
}

export type ToPart =
  | { readonly kind: 'asked'; readonly id: number; readonly asked: Asked }
  | { readonly kind: 'answered'; readonly id: number; readonly answer: AnsweredBack }

export type FromPart =
  | { readonly kind: 'answered'; readonly id: number; readonly answer: Answered }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'asked'; readonly id: number; readonly asked: AskedBack }
  | { readonly kind: 'closed'; readonly closed: ClosedPart }
  | { readonly kind: 'progress'; readonly at: Instant }
  | { readonly kind: 'alarm'; readonly name: string; readonly values: object }

/** An error as a message carries it: what the system said stands in fields that a copy of the error would lose. */
export interface Failure {
  readonly name: string
  readonly message: string
  readonly stack?: string | undefined
  readonly system: { readonly code?: unknown; readonly syscall?: unknown }
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), system: {} }
  const { name, message, stack } = error
  return {
    name,
    message,
    stack,
    system: { ...('code' in error && { code: error.code }), ...('syscall' in error && { syscall: error.syscall }) },
  }
}

export const errorOf = ({ system, ...said }: Failure): Error => Object.assign(new Error(said.message), said, system)

/** Numbers questions and finds the one that an answer belongs to. */
export function questions<Answer>() {
  const open = new Map<number, PromiseWithResolvers<Answer>>()
  let over: { readonly error: unknown } | undefined
  let last = 0
  const take = (id: number) => {
    const question = open.get(id)
    open.delete(id)
    return question
  }
  return {
    async ask(send: (id: number) => void): Promise<Answer> {
      if (over) throw over.error
      const id = ++last
      const question = Promise.withResolvers<Answer>()
      open.set(id, question)
      send(id)
      return question.promise
    },
    answer: (id: number, answer: Answer) => take(id)?.resolve(answer),
    fail: (id: number, error: unknown) => take(id)?.reject(error),
    /** Those that are open, and all that are asked later. */
    failAll(error: unknown) {
      over ??= { error }
      for (const id of [...open.keys()]) take(id)?.reject(error)
    },
  }
}
