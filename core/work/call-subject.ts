/** Why a customer is rung. */
import * as z from 'zod'
import { CONTENT_CLASSES } from '#core/campaign/campaign-definition.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

/** Closing the loop with an unhappy customer. */
export const LowScoreSchema = z.object({
  is: z.literal('low-score'),
  /** The invitation. */
  campaignId: z.string(),
  occurrenceId: z.string(),
  score: z.int(),
  /** 100 for the index of several ratings; absent for one question, whose scale its campaign tells. */
  outOf: z.int().optional(),
  /** The reply that gave the score, if a reply did. */
  replyId: z.string().nullable(),
})

/** `37/100`; the score of one question alone, for its scale is known where it is read. */
export const pointsInWords = ({ score, outOf }: { readonly score: number; readonly outOf?: number | undefined }): string =>
  outOf === undefined ? String(score) : `${score}/${outOf}`

/** A call of a campaign: nothing has gone wrong, the company asks how the customer is. */
export const CheckInSchema = z.object({
  is: z.literal('check-in'),
  campaignId: z.string(),
  occurrenceId: z.string(),
  occasionKey: z.string(),
  contentClass: z.enum(CONTENT_CLASSES),
  /** A file of campaigns/scripts/. */
  script: z.string(),
  /** How often the customer is rung without being reached. */
  attempts: z.int().min(1),
  /** When the hours of the day end on which the task came to the desk. */
  callBy: InstantSchema,
  /** The last day on which the customer is rung, in the company's zone; after it the task has expired. */
  lastDay: LocalDateSchema,
  replyId: z.null(),
})

/** The customer rang the hotline, and no member of staff answered. */
export const MissedHotlineSchema = z.object({
  is: z.literal('missed-hotline'),
  /** E.164, of a caller who is no customer; null for a customer, whose profile tells it. */
  phone: z.string().nullable(),
  /** How many customers have the number, where several have: the item is about one of them, and any of them may have rung. */
  sharedBy: z.int().min(2).optional(),
  /** When they rang in vain, in order (rang-in-vain.ts); rows of before tell only of the call that opened them. */
  rang: z.array(InstantSchema).optional(),
  replyId: z.null(),
  campaignId: z.null(),
  occurrenceId: z.null(),
})

/** In how many working days at most a follow-up can be agreed. */
export const LONGEST_FOLLOW_UP = 60

/** Agreed in a call, or due after a case was closed or handed back down: staff ring again to see whether all is well. */
export const FollowUpSchema = z.object({
  is: z.literal('follow-up'),
  /** The call in which it was agreed, or the case. */
  workId: z.string(),
  /** A courtesy call of the lead or head who handed the case back; absent where it was agreed in a call or a case was closed. */
  after: z.literal('hand-back').optional(),
  workingDays: z.int().min(1).max(LONGEST_FOLLOW_UP),
  /** What that call was about, if a campaign led to it. */
  campaignId: z.string().nullable(),
  occurrenceId: z.string().nullable(),
  replyId: z.null(),
})

/** Entered by staff after it was over: in: the customer began it. */
export const ContactSchema = z.object({
  is: z.literal('contact'),
  direction: z.enum(['in', 'out']),
  campaignId: z.null(),
  occurrenceId: z.null(),
  replyId: z.null(),
})
