/**
 * Rows of work as the version before wrote them: one bag of fields for every kind, with what staff wrote and what the system noted in one text. They
 * are read as items with events, and nothing is made up that the row does not tell. An item takes the new form when it is next written; closed ones keep
 * the old form until the purge removes them.
 */
import * as z from 'zod'
import { InstantSchema } from '#core/time/instant.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'
import type { Closed, Opened } from '#core/work/work-event.ts'
import { RIGHTS, type WorkFact } from '#core/work/work-fact.ts'
import type { CaseSubject, WorkItem } from '#core/work/work-item.ts'

/** The system's own notes. They stood in the note alone, or as its first line. */
const SYSTEM_NOTES = ['answer-refused', 'many-replies'] as const

const BeforeFactSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('complaint') }),
  z.object({ is: z.literal('request') }),
  z.object({ is: z.literal('low-score') }),
  z.object({ is: z.literal('right'), ask: z.enum(RIGHTS), doneBy: InstantSchema.nullable() }),
  z.object({ is: z.literal('contradicted-score') }),
  z.object({ is: z.literal('words-to-read') }),
  z.object({ is: z.literal('spam-verdict') }),
])

const BeforeSchema = z.object({
  workId: z.string(),
  reason: z.enum(['low-score', 'complaint', 'request', 'unclear-reply', 'rights']),
  customerId: z.string().nullable(),
  campaignId: z.string().nullable(),
  occurrenceId: z.string().nullable(),
  replyId: z.string().nullable(),
  score: z.int().nullable(),
  right: z.object({ ask: z.enum(RIGHTS), doneBy: InstantSchema, extended: z.boolean() }).nullable(),
  holds: z.array(BeforeFactSchema).default([]),
  openedAt: InstantSchema,
  dueAt: InstantSchema,
  state: z.enum(['open', 'closed']),
  closedAt: InstantSchema.nullable(),
  closedOn: LocalDateSchema.nullable(),
  closedBy: z.string().nullable(),
  reached: z.boolean().nullable().default(null),
  note: z.string().nullable(),
  version: z.int().min(0),
})
type Before = z.infer<typeof BeforeSchema>

export const EarlierWorkItemSchema = BeforeSchema.transform((before, context): WorkItem => {
  const item = itemFrom(before)
  if (item) return item
  context.addIssue({ code: 'custom', message: `fields of ${before.reason} are missing` })
  return z.NEVER
})

/** Undefined when a field is missing that its reason has always had. */
function itemFrom(before: Before): WorkItem | undefined {
  const { workId, customerId, campaignId, occurrenceId, replyId, score, dueAt, version } = before
  const { system, staff } = notesOf(before)
  const every = { workId, dueAt, version, holds: factsOf(before, system) }
  const closing = closingOf(before, staff)
  switch (before.reason) {
    case 'low-score': {
      if (customerId === null || campaignId === null || occurrenceId === null || score === null) return undefined
      const subject = { is: 'low-score', campaignId, occurrenceId, score, replyId } as const
      return { kind: 'call-task', ...every, customerId, subject, events: [openedBy('system', before), ...closing] }
    }
    case 'complaint':
    case 'request':
    case 'unclear-reply': {
      if (replyId === null) return undefined
      const mail = { replyId, campaignId, occurrenceId }
      const subject: CaseSubject =
        system === 'many-replies' ? { is: 'many-replies', ...mail } : { is: before.reason, ...mail, score }
      return { kind: 'case', ...every, customerId, subject, events: [openedBy('system', before), ...closing] }
    }
    case 'rights': {
      const { right } = before
      if (customerId === null || right === null) return undefined
      const subject = { is: 'right', ask: right.ask, law: { by: 'as-written', doneBy: right.doneBy }, replyId } as const
      const extension = right.extended
        ? [{ is: 'extended', at: null, by: { is: 'staff', name: null }, because: null } as const]
        : []
      const opened = openedBy(replyId === null ? 'staff' : 'system', before)
      return { kind: 'data-request', ...every, customerId, subject, events: [opened, ...extension, ...closing] }
    }
  }
}

const openedBy = (is: 'system' | 'staff', { openedAt }: Before): Opened => ({
  is: 'opened',
  at: openedAt,
  by: is === 'system' ? { is } : { is, name: null },
})

/** Closing always wrote a note of staff: the note of a closed item is theirs, but for a first line of the system's. That of an open one is the system's. */
function notesOf({ note, state }: Before): { readonly system: string | null; readonly staff: string | null } {
  if (note === null) return { system: null, staff: null }
  if (state === 'open') return { system: note, staff: null }
  const system = SYSTEM_NOTES.find((known) => note.startsWith(`${known}\n`))
  return system ? { system, staff: note.slice(system.length + 1) } : { system: null, staff: note }
}

const factsOf = ({ holds }: Before, system: string | null): WorkFact[] => [
  ...holds.map(
    (fact): WorkFact =>
      fact.is === 'right' ? { is: 'right', ask: fact.ask, law: { by: 'as-written', doneBy: fact.doneBy } } : fact,
  ),
  ...(system === 'answer-refused' ? [{ is: 'answer-refused' } as const] : []),
]

function closingOf({ state, closedAt, closedOn, closedBy, reached }: Before, note: string | null): Closed[] {
  if (state === 'open' || closedAt === null || closedOn === null) return []
  return [{ is: 'closed', at: closedAt, on: closedOn, by: { is: 'staff', name: closedBy }, note, reached }]
}
