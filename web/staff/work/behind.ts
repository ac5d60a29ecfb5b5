/** An item of work with the customer it is about, and what they said. */
import type { Suppression } from '#core/audience/suppression.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Reply } from '#core/reply/reply.ts'
import type { SurveyResponse } from '#core/survey/response.ts'
import type { Due } from '#core/work/deadlines.ts'

/** An address or a number that must not be used. */
export interface Stop {
  readonly kind: string
  readonly value: string
  readonly suppression: Pick<Suppression, 'reason' | 'at'> | 'unreadable'
}

export interface Behind extends Due {
  readonly customer: Customer | undefined
  readonly stops: readonly Stop[]
  readonly reply: Reply | undefined
  readonly response: SurveyResponse | undefined
}

export const isStopped = (value: string, stops: readonly Stop[]): boolean => stops.some((stop) => stop.value === value)
