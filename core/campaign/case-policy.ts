/** How cases are worked on: campaigns/cases.json, or what holds where a company has no such file. */
import * as z from 'zod'
import { DEFAULT_CATEGORIES, DEFAULT_SEVERITIES } from '#core/campaign/case-defaults.ts'
import { CASE_REQUIREMENTS, type CASE_TYPES, ESCALATION_LEVELS, SEVERITIES } from '#core/campaign/case-terms.ts'
import { LocalizedTextSchema } from '#core/campaign/localized-text.ts'
import { PartsOfDaySchema, WeeklyHoursSchema } from '#core/campaign/weekly-hours.ts'

const MOST_WORDS = 200

export const LengthSchema = z
  .strictObject({ amount: z.int().min(1).max(1_000), unit: z.enum(['minutes', 'hours', 'days']) })
  .describe("Of the severity's time. A working day is as long as the longest day of the working time.")
export type Length = Readonly<z.infer<typeof LengthSchema>>

export const WordsSchema = z
  .array(
    z
      .string()
      .regex(/^[\p{L}\p{M}\p{N}]+( [\p{L}\p{M}\p{N}]+)*$/u, 'words of letters and digits, single blanks between')
      .max(60),
  )
  .max(MOST_WORDS)
  .default([])

const WhenSchema = z
  .strictObject({
    scoreAtMost: z.int().min(0).max(10).optional().describe('A complaint with a score at or below it.'),
    words: z
      .strictObject({ vi: WordsSchema, en: WordsSchema })
      .default({ vi: [], en: [] })
      .describe(
        'Any of these words in what the customer wrote, or in what staff noted of it; whole words, in any case of letters.',
      ),
    tiers: z.array(z.string().min(1)).max(20).default([]).describe('A complaint of a customer of one of these tiers.'),
    repeat: z.boolean().default(false).describe('A complaint of a customer who had another one within `repeatWithinDays`.'),
  })
  .default({ words: { vi: [], en: [] }, tiers: [], repeat: false })

const ClocksSchema = z.strictObject({
  time: z
    .enum(['working', 'around-the-clock'])
    .describe('working: only the working time of cases counts. around-the-clock: nights and days off count as well.'),
  acknowledge: LengthSchema.describe('By when staff must have begun.'),
  propose: LengthSchema.nullable().describe('By when the customer must have a first proposal; null: no such clock.'),
  reply: LengthSchema.nullable().describe('By when staff must answer a customer who writes again; null: no such clock.'),
  resolve: LengthSchema.describe('By when it must be closed.'),
})

const SeveritySchema = z.strictObject({
  name: LocalizedTextSchema,
  when: WhenSchema.describe('Any of these makes a new case as grave as this; the gravest severity is asked first.'),
  clocks: ClocksSchema,
  escalate: z
    .array(z.strictObject({ percent: z.int().min(1).max(300), to: z.enum(ESCALATION_LEVELS) }))
    .max(6)
    .default([])
    .describe('To whom it goes up when so much of the time of a clock has passed.'),
  source: z.string().min(1).optional().describe('Where the figures come from.'),
})
export type SeverityRules = Readonly<z.infer<typeof SeveritySchema>>

const CategorySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens, such as late-delivery'),
  name: LocalizedTextSchema,
  requires: z
    .array(z.enum(CASE_REQUIREMENTS))
    .default([])
    .refine((fields) => new Set(fields).size === fields.length, 'each field once')
    .describe('What must be known before anything is proposed; photo: a picture among the files of the case.'),
  department: z
    .string()
    .min(1)
    .optional()
    .describe('Who is asked, where staff name no other: the id of a department of departments.json, or a name.'),
})
export type CaseCategory = Readonly<z.infer<typeof CategorySchema>>

const severities = (defaults: typeof DEFAULT_SEVERITIES) =>
  z.strictObject({
    s1: SeveritySchema.prefault(defaults.s1),
    s2: SeveritySchema.prefault(defaults.s2),
    s3: SeveritySchema.prefault(defaults.s3),
    s4: SeveritySchema.prefault(defaults.s4),
  })

const LawSchema = z.strictObject({
  workingDays: z.int().min(1).max(60).describe("Of the country's calendar: the company's own days off do not stop it."),
  source: z.string().min(1),
})

/** The level is that at which the smallest group of the least size, three customers after none, is one: 1/8. */
const RecurringSchema = z.strictObject({
  days: z.int().min(7).max(92).default(28).describe('So many whole days are compared with as many before.'),
  atLeast: z.int().min(2).max(100).default(3).describe('Customers who complain of the same; fewer are never said to recur.'),
  level: z
    .number()
    .min(0.001)
    .max(0.5)
    .default(0.125)
    .describe('How likely chance alone may be to bring such a rise (exact test of two counts); smaller asks for more.'),
  source: z
    .string()
    .min(1)
    .default(
      'Our proposal: at 1 in 8 three customers stand out where nobody complained before. A group that is named for nothing costs a look, one that is not costs further complaints. Replace it by what your figures say.',
    ),
})
export type RecurringRule = Readonly<z.infer<typeof RecurringSchema>>

export const CasePolicySchema = z.strictObject({
  $schema: z.string().optional(),
  workingTime: z
    .strictObject({
      week: WeeklyHoursSchema.optional().describe(
        "The week of the team that answers for cases; left out: the company's working weekdays from 08:00 to 12:00 and 13:00 to 17:00.",
      ),
      halfDay: PartsOfDaySchema.optional().describe('What is worked on a half day; left out: the first part of the day.'),
    })
    .default({})
    .describe("The hours in which clocks run, on days that the company's calendar leaves."),
  categories: z
    .array(CategorySchema)
    .min(1)
    .max(100)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'each id once')
    .prefault([...DEFAULT_CATEGORIES]),
  severities: severities(DEFAULT_SEVERITIES).prefault({}),
  types: z
    .strictObject({
      complaint: z.enum(SEVERITIES).default('s3'),
      request: z.enum(SEVERITIES).default('s4'),
      question: z.enum(SEVERITIES).default('s4'),
      suggestion: z.enum(SEVERITIES).default('s4'),
    } satisfies Record<(typeof CASE_TYPES)[number], unknown>)
    .prefault({})
    .describe('How grave a new case is that no rule of a severity meets.'),
  reminders: z
    .array(z.int().min(1).max(100))
    .max(6)
    .refine((all) => all.every((percent, at) => at === 0 || (all[at - 1] ?? 0) < percent), 'in rising order')
    .default([50, 80, 100])
    .describe(
      'After so many per cent of the time of a clock its owner is reminded by mail: in working time, or when work begins again; around the clock where the severity runs so.',
    ),
  nextPersonAfter: LengthSchema.prefault({ amount: 30, unit: 'minutes' }).describe(
    'How long a person has to take up what went up to them before the next one is told; in the time of the severity.',
  ),
  remindApprovalAfter: LengthSchema.prefault({ amount: 1, unit: 'days' }).describe(
    'After how long everybody who may approve a compensation is reminded that it waits, again and again until one of them has decided: from the sixth time on after five times as long. In the time of the severity.',
  ),
  holdCareFrom: z
    .enum(SEVERITIES)
    .default('s2')
    .describe(
      'While a case of this severity or a graver one is open, no greeting, offer or survey goes out to its customer. What the law or a sale demands, and the guide that the customer asked for, goes out all the same.',
    ),
  repeatWithinDays: z.int().min(1).max(366).default(30),
  customerAnswersIn: LengthSchema.prefault({ amount: 2, unit: 'days' }).describe(
    'How long staff wait for a customer before they ask again; of working time.',
  ),
  unsolvedAnswerIn: LengthSchema.prefault({ amount: 1, unit: 'hours' }).describe(
    "How soon staff answer a customer who says that it is not solved; of the severity's time.",
  ),
  triesBeforeClosing: z
    .int()
    .min(1)
    .max(10)
    .default(2)
    .describe('How often a customer must have been asked before a complaint is closed without their word.'),
  tellHours: z
    .enum(['outside-hours', 'always', 'never'])
    .default('outside-hours')
    .describe('When a customer who opens a case by mail is told by one automatic mail when it will be looked at.'),
  followUp: z
    .strictObject({
      workingDays: z.int().min(1).max(60),
      by: z.enum(['call', 'mail']).describe('call: a call task of that day; mail: templates/case-follow-up.'),
    })
    .nullable()
    .default({ workingDays: 5, by: 'call' })
    .describe('So many working days after a complaint was closed staff ask again whether all is well; null: they do not.'),
  recurring: RecurringSchema.prefault({}).describe('When complaints of a category about a product are said to recur.'),
  law: LawSchema.default({
    workingDays: 7,
    source: 'Law 19/2023/QH15 on the protection of consumers, Art. 56: negotiation begins within 7 working days',
  }).describe('The outer stop for a complaint.'),
})
export type CasePolicy = Readonly<z.infer<typeof CasePolicySchema>>

/** For a company without the file. */
export const DEFAULT_CASE_POLICY: CasePolicy = CasePolicySchema.parse({})

export const categoryOf = ({ categories }: Pick<CasePolicy, 'categories'>, id: string): CaseCategory | undefined =>
  categories.find((category) => category.id === id)
