/** What staff did, for the record: who, what, on which id, when. No name of a customer and no word that staff wrote stands in it. */
import * as z from 'zod'
import { InstantSchema } from '#core/time/instant.ts'

export const AUDITED_ACTS = [
  'sign-in',
  'sign-out',
  'publish-roster',
  'pause-campaign',
  'resume-campaign',
  'cancel-campaign',
  'settle-sent',
  'settle-not-sent',
  'resend',
  'plan-again',
  'send-again',
  'redrive',
  'note-work',
  'start-call',
  'log-call',
  'hold-call',
  'let-call-go',
  'enter-contact',
  'open-case',
  'take-over-call',
  /** Taking and handing over, in entries from before the two were told apart. */
  'assign-work',
  'take-work',
  'hand-over-work',
  'close-work',
  'reopen-work',
  'move-case',
  'describe-case',
  'grade-case',
  /** That staff wrote to the customer of a case, wait for them, or heard from them. */
  'note-contact',
  'write-to-customer',
  'escalate-case',
  'ask-department',
  'withdraw-question',
  /** What a department told by another way than its link. */
  'note-department',
  'hand-back-case',
  'merge-case',
  'compensate',
  'decide-compensation',
  'give-compensation',
  'withdraw-compensation',
  /** What an answer or a case is about. */
  'set-theme',
  /** A photo or another file of a case. */
  'add-file',
  'change-duty',
  'extend-right',
  'write-proposal',
  'change-proposal',
  'hand-in-report',
  /** Computed and stored. */
  'draft-budget',
  /** A line changed, added or taken away by hand. */
  'edit-budget',
  'propose-budget',
  'return-budget',
  'approve-budget',
  'lock-budget',
  'explain-budget',
  'begin-rehearsal',
  'correct-person',
  'write-to-this-one',
  'export-person',
  'erase-person',
] as const
export type AuditedAct = (typeof AUDITED_ACTS)[number]

export const AUDITED_KINDS = ['campaign', 'occurrence', 'customer', 'work', 'staff', 'report', 'budget', 'rehearsal'] as const

/**
 * `begun` is written before an act: none is done without a line. Its closing line says what became of it. Without one the process ended in between, or
 * the entry is from before closing lines were linked.
 */
export const AUDIT_RESULTS = ['begun', 'done', 'refused', 'failed'] as const

/**
 * Why, for an act whose use case keeps no words of the person who did it. A choice from a closed list: free text may name a customer, and an entry is
 * never removed, also when that customer is erased.
 */
export const GROUNDS = [
  'customer-asked',
  'consent-withdrawn',
  'no-longer-needed',
  'authority-asked',
  'own-check',
  'after-a-failure',
  'after-a-change',
  'reads-the-mail',
] as const
export type Ground = (typeof GROUNDS)[number]

export const AuditEntrySchema = z.object({
  auditId: z.string().min(1),
  at: InstantSchema,
  /** The address of the person signed in, or the account's name of an operator at a terminal. */
  by: z.string().min(1),
  /** Their name at the time: who has left the roster is still named. Absent in entries from before it was kept, and for an operator at a terminal. */
  byName: z.string().min(1).optional(),
  act: z.enum(AUDITED_ACTS),
  /** Null for an act on everything at once, such as putting back what was given up. */
  on: z.object({ kind: z.enum(AUDITED_KINDS), id: z.string().min(1) }).nullable(),
  /** The one customer of an act on something else, such as the outcome of one mail of an occurrence; absent in entries from before it was kept. */
  customerId: z.string().min(1).optional(),
  /** How many customers it was about, where they were counted. */
  people: z.int().min(0).nullable(),
  result: z.enum(AUDIT_RESULTS),
  /** Left out where the use case keeps the reason in words, and where none is asked. */
  ground: z.enum(GROUNDS).optional(),
  /** In a closing line: the `auditId` of the line that it closes. */
  ends: z.string().min(1).optional(),
})
export type AuditEntry = Readonly<z.infer<typeof AuditEntrySchema>>

/** What an entry is found by, besides its month. */
export const aboutIds = ({ on, customerId }: AuditEntry): readonly string[] => [
  ...new Set([...(on === null ? [] : [on.id]), ...(customerId === undefined ? [] : [customerId])]),
]

/** A row of the log that is no entry. Only where it stands in its month is known. */
export interface UnreadableLine {
  readonly place: string
  readonly result: 'unreadable'
}
export type AuditLine = AuditEntry | UnreadableLine

/** Carries the instant of the beginning, so that both lines stand together in the log, also over the end of a month. */
export const closingEntry = (begun: AuditEntry, result: Exclude<AuditEntry['result'], 'begun'>): AuditEntry => ({
  ...begun,
  auditId: `${begun.auditId}.end`,
  result,
  ends: begun.auditId,
})
