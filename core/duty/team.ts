/**
 * A team's time as campaigns/staff.json gives it: its week, its half days, who can be rung outside it, and its long holidays. What a team does not say
 * is the company's.
 */
import * as z from 'zod'
import { ClockTimeSchema } from '#core/campaign/campaign-definition.ts'
import { LocalizedTextSchema } from '#core/campaign/localized-text.ts'
import { PartsOfDaySchema, WeeklyHoursSchema } from '#core/campaign/weekly-hours.ts'
import { contentId } from '#core/customer/content-id.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

const MOST_CALLS_A_DAY = 500
/** How many calls a person is given for a whole working day where neither they nor their team say it. */
export const CALLS_A_DAY = 40

export const CallsADaySchema = z.int().min(0).max(MOST_CALLS_A_DAY)

const PeopleSchema = z.array(z.string()).min(1).max(20)

/** The next person is told when the one before does not answer. */
const OnCallSchema = z
  .strictObject({
    people: PeopleSchema.describe('Addresses, in the order in which they are told.'),
    hours: PartsOfDaySchema.default([{ from: '00:00', to: '24:00' }]),
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
    everyOtherWeekFrom: LocalDateSchema.optional(),
    from: LocalDateSchema.optional(),
    to: LocalDateSchema.optional(),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], error: '`from` must not be after `to`' })
export type OnCallLine = Readonly<z.infer<typeof OnCallSchema>>

const HolidayDutySchema = z.strictObject({ date: LocalDateSchema, people: PeopleSchema, hours: PartsOfDaySchema })

const LongHolidaySchema = z
  .strictObject({
    name: LocalizedTextSchema,
    from: LocalDateSchema.describe('The first day on which the team does not work.'),
    to: LocalDateSchema.describe('The last one; it works again on its next working day.'),
    lastPromiseOn: LocalDateSchema.describe('The last day before the holiday for which a call-back may be promised.'),
    spreadBacklogOver: z
      .int()
      .min(1)
      .max(20)
      .default(1)
      .describe('Over so many working days after the holiday the calls that waited are spread.'),
    duty: z.array(HolidayDutySchema).max(40).default([]).describe('Who works on which of its days all the same.'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: '`from` must not be after `to`' })
  .refine(({ from, lastPromiseOn }) => lastPromiseOn < from, { path: ['lastPromiseOn'], error: 'a day before `from`' })
  .refine(({ from, to, duty }) => duty.every(({ date }) => from <= date && date <= to), {
    path: ['duty'],
    error: 'days of the holiday only',
  })
export type LongHoliday = Readonly<z.infer<typeof LongHolidaySchema>>

export const TeamSchema = z.strictObject({
  name: z.string().trim().min(1).describe('As the people of the team name it.'),
  startOfDay: ClockTimeSchema.optional().describe(
    "When the team's list of the day is made; left out: the company's start of day.",
  ),
  week: WeeklyHoursSchema.optional().describe("Left out: the company's working weekdays from 08:00 to 12:00 and 13:00 to 17:00."),
  halfDay: PartsOfDaySchema.optional().describe('What is worked on a half day; left out: the first part of the day.'),
  callsADay: CallsADaySchema.default(CALLS_A_DAY).describe('Calls that each person is given for a whole working day.'),
  takesUnassigned: z
    .boolean()
    .optional()
    .describe(
      'Whether work that no team has stands on this list of calls; at most one team. Left out everywhere: the first team of the people.',
    ),
  onCall: z
    .array(OnCallSchema)
    .max(30)
    .default([])
    .describe('Who is told of what cannot wait, outside the hours of the team. A line with dates goes before one without.'),
  longHolidays: z.array(LongHolidaySchema).max(10).default([]),
})
export type Team = Readonly<z.infer<typeof TeamSchema>>

const LeaveSchema = z
  .strictObject({ from: LocalDateSchema, to: LocalDateSchema })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: '`from` must not be after `to`' })

/** What a line of `people` in campaigns/staff.json may say about the person's time. */
export const PERSONAL_TIME = {
  shifts: WeeklyHoursSchema.optional().describe('The hours of the team in which the person works; left out: all of them.'),
  leave: z.array(LeaveSchema).max(40).optional().describe('Days on which the person does not work, first and last included.'),
  callsADay: CallsADaySchema.optional().describe(
    'Calls that the person is given for a whole working day, instead of what the team says.',
  ),
} as const
const PersonalTimeSchema = z.strictObject({ address: z.string(), ...PERSONAL_TIME })
export type PersonalTime = Readonly<z.infer<typeof PersonalTimeSchema>>

/** The times of all teams and people, beside who they are: the roster is read at every request, this only where time matters. */
export const DutyPlanSchema = z.strictObject({ teams: z.array(TeamSchema), people: z.array(PersonalTimeSchema) })
export interface DutyPlan {
  readonly teams: readonly Team[]
  /** Only those who say something. */
  readonly people: readonly PersonalTime[]
}

export const NO_PLAN: DutyPlan = { teams: [], people: [] }

/** The same plan has the same id, so a stored one is never changed. Null for a plan that says nothing, which is not stored. */
export const planIdOf = (plan: DutyPlan): string | null =>
  plan.teams.length === 0 && plan.people.length === 0 ? null : contentId(JSON.stringify(plan))

/** A team that the plan does not name has the company's time. */
export const teamOf = ({ teams }: DutyPlan, name: string): Team =>
  teams.find((team) => team.name === name) ?? TeamSchema.parse({ name })
