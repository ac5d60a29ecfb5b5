/** What passes between staff and a department about a case: asked, accepted, answered, withdrawn, and that its head was told. */
import * as z from 'zod'
import { CASE_FIELDS } from '#core/campaign/case-terms.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { BySchema, StaffSchema } from '#core/work/event-by.ts'

const BY_STAFF = { at: InstantSchema, by: StaffSchema }

/** Who was asked, as departments.json named them on that day: the words stay readable when they have left. */
const AddresseeSchema = z.object({ name: z.string(), address: z.string(), language: z.enum(['vi', 'en']) })

/** The department sees what stands here, and nothing else of the case. */
export const AskedDepartmentSchema = z.object({
  is: z.literal('asked-department'),
  ...BY_STAFF,
  questionId: z.string(),
  department: z.string(),
  to: AddresseeSchema,
  question: z.string(),
  /** What staff wrote for the department about the case; empty where the question says it all. */
  extract: z.string(),
  /** The fields of the case that staff chose, as they were filled in then. */
  fields: z.partialRecord(z.enum(CASE_FIELDS), z.string()),
  /** The question that this one stands for, which is withdrawn by it. */
  replaces: z.string().optional(),
})
export type AskedDepartment = Readonly<z.infer<typeof AskedDepartmentSchema>>

/** The holder of the link, and the colleague who wrote in the holder's place; or that staff noted what the department told them by Zalo. */
export const SaidBySchema = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('link'),
    /** The person to whom the link was sent. */
    name: z.string(),
    /** Another person, who says that they answer for the one whose link it is. */
    colleague: z.string().optional(),
  }),
  z.object({ is: z.literal('zalo') }),
])
export type SaidBy = Readonly<z.infer<typeof SaidBySchema>>

/** system: by a link. Staff: who wrote down what the department told by Zalo. */
const FROM_DEPARTMENT = { at: InstantSchema, by: BySchema, questionId: z.string(), said: SaidBySchema }

const AcceptedSchema = z.object({
  is: z.literal('department-accepted'),
  ...FROM_DEPARTMENT,
  /** When the department promised an answer. */
  promisedAt: InstantSchema,
})

const AnsweredSchema = z.object({ is: z.literal('department-answered'), ...FROM_DEPARTMENT, text: z.string() })

const WithdrawnSchema = z.object({
  is: z.literal('question-withdrawn'),
  ...BY_STAFF,
  questionId: z.string(),
  because: z.string(),
})

/** The head was told: neither the addressee nor a colleague had accepted the question in time, or what was accepted was not answered as promised. */
const HeadToldSchema = z.object({
  is: z.literal('department-head-told'),
  at: InstantSchema,
  by: BySchema,
  questionId: z.string(),
  name: z.string(),
  /** Left out: the accepting. */
  late: z.literal('answer').optional(),
})

export const QUESTION_EVENTS = [AskedDepartmentSchema, AcceptedSchema, AnsweredSchema, WithdrawnSchema, HeadToldSchema] as const
export type QuestionEvent = Readonly<z.infer<(typeof QUESTION_EVENTS)[number]>>

export const isQuestionEvent = <Event extends { readonly is: string }>(event: Event): event is Extract<Event, QuestionEvent> =>
  event.is in KINDS

const KINDS: Readonly<Record<QuestionEvent['is'], true>> = {
  'asked-department': true,
  'department-accepted': true,
  'department-answered': true,
  'question-withdrawn': true,
  'department-head-told': true,
}
