/** The queue of what customers say without a page: news of their mails, and stops that the API laid there. */
import { byKind, type QueueHandler } from '#functions/queues/by-kind.ts'
import { isPostedStop } from '#functions/queues/posted-stop.ts'

export const hearCustomersHandler = (handlers: Readonly<Record<'mail' | 'stop', QueueHandler>>): QueueHandler =>
  byKind({ kindOf: (body) => (isPostedStop(body) ? 'stop' : 'mail'), handlers })
