/**
 * What happens to a case beside what happens to any work: it is moved on, described, called grave, staff and the customer write, departments are asked,
 * it goes up and comes down again. Its state, its severity and its clocks follow from these.
 */
import * as z from 'zod'
import { CASE_FIELDS, CASE_TYPES, ESCALATION_LEVELS, SEVERITIES } from '#core/campaign/case-terms.ts'
import { ThemeSettingSchema } from '#core/campaign/theme-set.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { AddedFileSchema } from '#core/work/case/case-file.ts'
import { COMPENSATION_EVENTS } from '#core/work/case/compensation-event.ts'
import { CUSTOMER_EVENTS } from '#core/work/case/customer-event.ts'
import { MERGE_EVENTS } from '#core/work/case/merge-event.ts'
import { ToldNewsSchema } from '#core/work/case/news-event.ts'
import { QUESTION_EVENTS } from '#core/work/case/question-event.ts'
import { BySchema, StaffSchema } from '#core/work/event-by.ts'

/** In the order in which a case goes through them. */
export const CASE_STEPS = ['confirm', 'collect', 'propose', 'follow-up'] as const
export type CaseStep = (typeof CASE_STEPS)[number]

const BY_STAFF = { at: InstantSchema, by: StaffSchema }

/**
 * acknowledge: staff have begun. propose: the customer has a first proposal. reply: the customer wrote again and has an answer. resolve: it is closed.
 * ask-again: the customer was asked and has not answered. law: the outer stop for a complaint.
 */
export const CASE_CLOCKS = ['acknowledge', 'propose', 'reply', 'resolve', 'ask-again', 'law'] as const
export type CaseClockName = (typeof CASE_CLOCKS)[number]

/** So much of the time of a clock: by its beginning two runs of one clock are told apart. */
const ClockPointSchema = z.object({ clock: z.enum(CASE_CLOCKS), since: InstantSchema, percent: z.int() })
export type ClockPoint = Readonly<z.infer<typeof ClockPointSchema>>

/** Staff go on to a step, or back to one. */
const MovedSchema = z.object({ is: z.literal('moved'), ...BY_STAFF, to: z.enum(CASE_STEPS), note: z.string() })

/** What the case is about, as a whole: the last description holds. */
const DescribedSchema = z.object({
  is: z.literal('described'),
  ...BY_STAFF,
  /** What the customer came with, where staff found it to be something else than it was opened as. */
  type: z.enum(CASE_TYPES).optional(),
  category: z.string(),
  fields: z.partialRecord(z.enum(CASE_FIELDS), z.string()),
  /** Who is asked, where it is another than the category names. */
  department: z.string().optional(),
  /** Why it is no complaint any more, or less grave. Those of before say nothing. */
  because: z.string().optional(),
})
export type Described = Readonly<z.infer<typeof DescribedSchema>>

/** By which rule a new case is as grave as it is. */
export const SEVERITY_RULES = ['score', 'words', 'tier', 'repeat'] as const
export type SeverityRule = (typeof SEVERITY_RULES)[number]

const SeveritySetSchema = z.object({
  is: z.literal('severity-set'),
  at: InstantSchema,
  by: BySchema,
  severity: z.enum(SEVERITIES),
  because: z.discriminatedUnion('is', [
    z.object({ is: z.literal('rule'), rule: z.enum(SEVERITY_RULES) }),
    z.object({ is: z.literal('reason'), text: z.string() }),
  ]),
})
export type SeveritySet = Readonly<z.infer<typeof SeveritySetSchema>>

const EscalatedSchema = z.object({
  is: z.literal('escalated'),
  at: InstantSchema,
  /** system: so much of the time of a clock had passed. */
  by: BySchema,
  to: z.enum(ESCALATION_LEVELS),
  /** Empty where a clock says it. */
  because: z.string(),
  clock: ClockPointSchema.optional(),
})
export type Escalated = Readonly<z.infer<typeof EscalatedSchema>>

/** Down again to where it was. */
const HandedBackSchema = z.object({ is: z.literal('handed-back'), ...BY_STAFF, because: z.string() })
export type HandedBack = Readonly<z.infer<typeof HandedBackSchema>>

const BY_SYSTEM = { at: InstantSchema, by: z.object({ is: z.literal('system') }) }

/** Who was mailed; null where there was no person left. */
const ToldSchema = z.object({ address: z.string(), name: z.string() }).nullable()

/** A person was reminded of clocks of the case, of each once. */
const RemindedSchema = z.object({
  is: z.literal('reminded'),
  ...BY_SYSTEM,
  clocks: z.array(ClockPointSchema).min(1),
  to: ToldSchema,
})

/** A person was told that the case went up to them; the next one, while it is taken up by none of them. */
const AlertedSchema = z.object({
  is: z.literal('alerted'),
  ...BY_SYSTEM,
  /** When it went up. */
  since: InstantSchema,
  to: ToldSchema,
})
export type Alerted = Readonly<z.infer<typeof AlertedSchema>>

/** A person to whom it went up opened it, and has done nothing else yet. */
const SeenSchema = z.object({ is: z.literal('seen'), ...BY_STAFF })

/** Staff said what the case is about, or is not: it holds against the rules. */
const ThemeSetSchema = z.object({ is: z.literal('theme-set'), ...BY_STAFF, ...ThemeSettingSchema.shape })

export const CASE_EVENTS = [
  MovedSchema,
  DescribedSchema,
  SeveritySetSchema,
  ...CUSTOMER_EVENTS,
  EscalatedSchema,
  HandedBackSchema,
  ...QUESTION_EVENTS,
  ...MERGE_EVENTS,
  ...COMPENSATION_EVENTS,
  RemindedSchema,
  AlertedSchema,
  ToldNewsSchema,
  SeenSchema,
  ThemeSetSchema,
  AddedFileSchema,
] as const
export type CaseEvent = Readonly<z.infer<(typeof CASE_EVENTS)[number]>>

/** What staff do to the case itself, and none of what happens to work of every kind. */
export const isCaseEvent = <Event extends { readonly is: string }>(event: Event): event is Extract<Event, CaseEvent> =>
  event.is in KINDS

const KINDS: Readonly<Record<CaseEvent['is'], true>> = {
  moved: true,
  described: true,
  'severity-set': true,
  waiting: true,
  'customer-wrote': true,
  'customer-said': true,
  'told-hours': true,
  'followed-up': true,
  mailed: true,
  'not-mailed': true,
  escalated: true,
  'handed-back': true,
  'asked-department': true,
  'department-accepted': true,
  'department-answered': true,
  'question-withdrawn': true,
  'department-head-told': true,
  'took-over': true,
  merged: true,
  'compensation-asked': true,
  'compensation-approved': true,
  'compensation-refused': true,
  'compensation-withdrawn': true,
  'compensation-given': true,
  reminded: true,
  alerted: true,
  'told-news': true,
  seen: true,
  'theme-set': true,
  'added-file': true,
}

/** Mails to staff, that they opened one, and what they say of its themes: the case stands as it did, and a form that was shown before holds. */
type AboutTelling = Extract<CaseEvent, { is: 'reminded' | 'alerted' | 'told-news' | 'seen' | 'theme-set' }>
export const isAboutTelling = (event: CaseEvent): event is AboutTelling =>
  event.is === 'reminded' || event.is === 'alerted' || event.is === 'told-news' || event.is === 'seen' || event.is === 'theme-set'
