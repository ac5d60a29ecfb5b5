/** The sender with the letters, the mailer, the pace and the stop of a test: tests replace each of them alone. */
import type { Dispatchers } from '#app/ports/dispatching.ts'
import type { Letters } from '#app/ports/letters.ts'
import type { Mailer, Pace, SendingStops } from '#app/ports/sending.ts'
import type { DeskPorts } from '#app/sending/call-dispatcher.ts'
import { dispatchersOf } from '#app/sending/dispatchers.ts'
import { type SendBatchPorts, sendBatch as sendBatchThrough } from '#app/sending/send-batch.ts'

export interface LetterSending extends Omit<SendBatchPorts, 'dispatchers'> {
  readonly letters: Letters
  readonly mailer: Mailer
  readonly pace: Pace
  readonly stops: SendingStops
  readonly work: DeskPorts['work'] & SendBatchPorts['work']
  /** Of channels beside letters. */
  readonly others: Dispatchers
}

/** Made from the ports as they are now, so that what a test has replaced counts. */
export const withDispatchers = (ports: LetterSending): SendBatchPorts => ({
  ...ports,
  dispatchers: new Map([...dispatchersOf({ letters: ports, desk: ports }, ports.companyRules.channels), ...ports.others]),
})

export const sendBatch = (
  ports: LetterSending,
  ...rest: Parameters<typeof sendBatchThrough> extends [unknown, ...infer Rest] ? Rest : never
) => sendBatchThrough(withDispatchers(ports), ...rest)
