/** Work for staff: a call to make to a customer, a case to follow until it is solved, or a customer's request about their own data. */
import * as z from 'zod'
import { CASE_TYPES, type CaseType } from '#core/campaign/case-terms.ts'
import { type Instant, InstantSchema } from '#core/time/instant.ts'
import { CheckInSchema, ContactSchema, FollowUpSchema, LowScoreSchema, MissedHotlineSchema } from '#core/work/call-subject.ts'
import { CASE_EVENTS } from '#core/work/case/case-event.ts'
import { LeaseSchema } from '#core/work/lease.ts'
import { TelephoneCallSchema } from '#core/work/telephone-call.ts'
import {
  AssignedSchema,
  AttemptedSchema,
  ClosedSchema,
  ExtendedSchema,
  NotedSchema,
  OpenedSchema,
  ReopenedSchema,
} from '#core/work/work-event.ts'
import { LawSchema, RIGHTS, WorkFactSchema } from '#core/work/work-fact.ts'

const MAIL = {
  replyId: z.string(),
  /** The mail of ours that it answers, if any. */
  campaignId: z.string().nullable(),
  occurrenceId: z.string().nullable(),
}

/** What a customer tells staff that becomes a case. */
export const TOLD = CASE_TYPES
export type Told = CaseType

const CaseSubjectSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('complaint'), ...MAIL, score: z.int().nullable() }),
  z.object({ is: z.literal('request'), ...MAIL, score: z.int().nullable() }),
  z.object({ is: z.literal('unclear-reply'), ...MAIL, score: z.int().nullable() }),
  /** Stands for every mail beyond a limit; the reply is the first of them. */
  z.object({ is: z.literal('many-replies'), ...MAIL }),
  /** Told to staff. */
  z.object({
    is: z.literal('told'),
    what: z.enum(TOLD),
    /** The call task; null beside all calls. */
    workId: z.string().nullable(),
    replyId: z.null(),
    /** What the call was about, if a campaign led to it. */
    campaignId: z.string().nullable(),
    occurrenceId: z.string().nullable(),
  }),
])

const RightSchema = z.object({
  is: z.literal('right'),
  ask: z.enum(RIGHTS),
  law: LawSchema,
  /** Null when staff noted the request for the customer. */
  replyId: z.string().nullable(),
})

const EVERY_ITEM = {
  /** Deterministic, so that the same cause opens it once. Only the file that opens the item knows what the id is made of. */
  workId: z.string(),
  /** Beside its subject. */
  holds: z.array(WorkFactSchema),
  /**
   * By when staff must have begun, as it followed from the events when the item was last written: the store's index is sorted by it. What people see
   * is derived anew (core/work/deadlines.ts), so that a day off entered later counts; only a right whose clock no policy pack gives, or whose older
   * row does not tell the country, falls back to it.
   */
  dueAt: InstantSchema,
  /** Who is on it at this moment; requests about data have none, and neither have rows of before. */
  lease: LeaseSchema.optional(),
  version: z.int().min(0),
}

/** What can happen to an item of any kind once it is open. */
const LATER = [AssignedSchema, NotedSchema, ClosedSchema, ReopenedSchema] as const

const CallTaskSchema = z
  .object({
    kind: z.literal('call-task'),
    ...EVERY_ITEM,
    /** Null for a caller of the hotline whose number no customer has. */
    customerId: z.string().nullable(),
    subject: z.discriminatedUnion('is', [LowScoreSchema, CheckInSchema, MissedHotlineSchema, FollowUpSchema, ContactSchema]),
    events: z.tuple([OpenedSchema], z.discriminatedUnion('is', [...LATER, AttemptedSchema])),
    /** Made by the telephone system, the oldest first; absent where there are none. */
    calls: z.array(TelephoneCallSchema).optional(),
  })
  .refine(({ customerId, subject }) => customerId !== null || (subject.is === 'missed-hotline' && subject.phone !== null), {
    path: ['customerId'],
    error: 'a customer, or the number of a caller who is none',
  })

const CaseSchema = z.object({
  kind: z.literal('case'),
  ...EVERY_ITEM,
  /** Null when the address did not tell the customer. */
  customerId: z.string().nullable(),
  subject: CaseSubjectSchema,
  events: z.tuple([OpenedSchema], z.discriminatedUnion('is', [...LATER, ...CASE_EVENTS])),
})

const DataRequestSchema = z.object({
  kind: z.literal('data-request'),
  ...EVERY_ITEM,
  customerId: z.string(),
  subject: RightSchema,
  events: z.tuple([OpenedSchema], z.discriminatedUnion('is', [...LATER, ExtendedSchema])),
})

export const WorkItemSchema = z.discriminatedUnion('kind', [CallTaskSchema, CaseSchema, DataRequestSchema])
export type CallTask = Readonly<z.infer<typeof CallTaskSchema>>
export type CheckIn = CallTask & { readonly customerId: string; readonly subject: z.infer<typeof CheckInSchema> }
export type MissedHotline = CallTask & { readonly subject: z.infer<typeof MissedHotlineSchema> }
export type CaseSubject = Readonly<z.infer<typeof CaseSubjectSchema>>
export type Case = Readonly<z.infer<typeof CaseSchema>>
export type DataRequest = Readonly<z.infer<typeof DataRequestSchema>>
export type WorkItem = CallTask | Case | DataRequest
/** What customers are rung for: a call, and a case, which is settled by telephone as well as in writing. A request about data is answered in writing. */
export type RungWork = CallTask | Case
export type WorkKind = WorkItem['kind']
export const WORK_KINDS = ['call-task', 'case', 'data-request'] as const satisfies readonly WorkKind[]

/** Why there is work, in one word for lists and logs. */
export const WORK_REASONS = [
  'missed-hotline',
  'low-score',
  'complaint',
  'request',
  'question',
  'suggestion',
  'unclear-reply',
  'rights',
  'check-in',
  'follow-up',
  'contact',
] as const
export type WorkReason = (typeof WORK_REASONS)[number]

export function reasonOf({ subject }: WorkItem): WorkReason {
  switch (subject.is) {
    case 'right':
      return 'rights'
    case 'many-replies':
      return 'unclear-reply'
    case 'told':
      return subject.what
    case 'low-score':
    case 'complaint':
    case 'request':
    case 'unclear-reply':
    case 'check-in':
    case 'follow-up':
    case 'contact':
    case 'missed-hotline':
      return subject.is
  }
}

/** The score that the customer gave with it, if any. */
export function scoreOf({ subject }: WorkItem): number | null {
  switch (subject.is) {
    case 'low-score':
    case 'complaint':
    case 'request':
    case 'unclear-reply':
      return subject.score
    case 'many-replies':
    case 'told':
    case 'right':
    case 'check-in':
    case 'follow-up':
    case 'contact':
    case 'missed-hotline':
      return null
  }
}

/** The occurrence that led to it, if any. */
export const occurrenceOf = ({ subject }: WorkItem): string | null => (subject.is === 'right' ? null : subject.occurrenceId)

/** Whether a customer's mail opened it. */
export const isByMail = ({ subject }: Pick<WorkItem, 'subject'>): boolean => subject.replyId !== null

export const isRungFor = (item: WorkItem): item is RungWork => item.kind !== 'data-request'

export const isCheckIn = (item: WorkItem): item is CheckIn => item.subject.is === 'check-in'

export const isMissedHotline = (item: WorkItem): item is MissedHotline => item.subject.is === 'missed-hotline'

/** Of a caller who is no customer; null for work about a customer. */
export const callersNumber = ({ subject }: Pick<WorkItem, 'subject'>): string | null =>
  subject.is === 'missed-hotline' ? subject.phone : null

export const openedAt = ({ events }: Pick<WorkItem, 'events'>): Instant => events[0].at
