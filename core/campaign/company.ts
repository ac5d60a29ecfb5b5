/** The company that sends: its identity, its zone, and the limits it sets beyond the law's. */
import * as z from 'zod'
import { ClockTimeSchema, HoursSchema } from '#core/campaign/campaign-definition.ts'
import { MailHealthSchema } from '#core/campaign/mail-health.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'
import { CalendarOverridesSchema } from '#core/time/working-days.ts'
import { isZone } from '#core/time/zone.ts'

export const FrequencyCapSchema = z.strictObject({
  max: z.int().min(1),
  hours: z
    .int()
    .min(1)
    .max(24 * 90)
    .describe('Length of the rolling window.'),
})
export type FrequencyCap = Readonly<z.infer<typeof FrequencyCapSchema>>

/** The rest between surveys: for so many days after one survey a customer gets no other. */
const SurveyRulesSchema = z.strictObject({
  daysBetween: z.int().min(1).max(365).default(30).describe('Days between any two surveys of one customer.'),
  daysBetweenRelationship: z.int().min(1).max(731).default(90).describe('Days between two about the company as a whole.'),
})

const OneMailPerAddressSchema = z.strictObject({
  care: z.boolean().default(true),
  transactional: z.boolean().default(false),
  survey: z.boolean().default(true),
  advertising: z.boolean().default(true),
})

/** Days after which personal data is deleted, by class of data. */
const RetentionSchema = z.strictObject({
  rawMails: z.int().min(1).max(3650).default(365).describe('Raw mails of customers, with their attachments.'),
  verbatims: z
    .int()
    .min(1)
    .max(3650)
    .default(730)
    .describe('What customers wrote: answers in their own words, texts of replies.'),
  contacts: z.int().min(400).max(3650).default(1095).describe('Who was contacted when; more than the ledger remembers.'),
  work: z.int().min(1).max(3650).default(1095).describe('Closed call tasks and cases.'),
})

const CallsSchema = z.strictObject({
  attempts: z
    .int()
    .min(1)
    .max(10)
    .default(3)
    .describe('How often a customer is rung without being reached before the task ends.'),
  tiers: z
    .array(z.string().min(1))
    .max(20)
    .default([])
    .describe('Tiers of customers, the most valued first: within a list of calls they come in this order. Left out: all alike.'),
  hotlineTeam: z
    .string()
    .min(1)
    .optional()
    .describe('The team that rings back those who rang the hotline in vain. Left out: the team that takes unassigned work.'),
})

const ControlGroupSchema = z.strictObject({
  percent: z
    .number()
    .min(0)
    .max(20)
    .default(0)
    .describe('Of a hundred customers, so many get no care at all, so that it can be told what care achieves. 0: none.'),
  salt: z.string().max(100).default('').describe('Another text draws other customers, and contacts those of before again.'),
})

/** What a rehearsal expects to come back. Left out: the assumptions that it states. */
const RatesSchema = z.strictObject({
  answers: z.number().min(0).max(100).optional().describe('Of a hundred customers who are asked, so many answer.'),
  lowScores: z.number().min(0).max(100).optional().describe('Of a hundred answers, so many are low and open a call.'),
  complaints: z
    .number()
    .min(0)
    .max(1000)
    .optional()
    .describe('Of a thousand customers who are written to or rung, so many complain.'),
})

/** Which figures there are is said by core/kpi, which comes later: core/report/report-settings.ts checks the names. */
const ReportSchema = z.strictObject({
  headline: z
    .array(z.string().min(1))
    .min(1)
    .max(8)
    .refine((all) => new Set(all).size === all.length, 'each figure once')
    .optional()
    .describe('The figures at the top of the report, by their ids. Left out: the six that leaders ask for.'),
  targets: z
    .record(z.string(), z.number())
    .default({})
    .describe('What the company wants to reach, by figure, as the report shows it: shares in per cent, times in minutes.'),
})

export const CompanySchema = z.strictObject({
  $schema: z.string().optional(),
  name: z.string().min(1),
  legalName: z.string().min(1),
  address: z.string().min(1),
  phone: z.string().min(1),
  email: z.email(),
  website: z.url(),
  /** The verified sender, as `Name <address>` is built from name and this. */
  sender: z.email(),
  country: z.string().regex(/^[A-Z]{2}$/),
  zone: z.string().refine(isZone, 'an IANA zone such as Asia/Ho_Chi_Minh'),
  locale: z.string().min(2),
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Where the company's pages live; links in mails begin with it. */
  pages: z.url(),
  days: z.record(z.string(), LocalDateSchema).default({}).describe('Days of the company itself, by key: founding, …'),
  calendar: z
    .strictObject({
      workingWeekdays: z.array(z.int().min(1).max(7)).default([1, 2, 3, 4, 5]),
      overrides: CalendarOverridesSchema.optional(),
    })
    .default({ workingWeekdays: [1, 2, 3, 4, 5] }),
  hours: HoursSchema.default({ from: '08:00', to: '21:00' }).describe(
    'Local hours outside which nothing is sent, whatever the law allows.',
  ),
  /** Over all campaigns and channels. Strictly transactional touches are not counted. */
  frequencyCaps: z.array(FrequencyCapSchema).default([{ max: 3, hours: 168 }]),
  oneMailPerAddress: OneMailPerAddressSchema.default(OneMailPerAddressSchema.parse({})).describe(
    'Where customers share an address, the same greeting goes to one of them, by content class.',
  ),
  /** Two occasions of one customer that are closer than this are merged: the campaign of higher priority wins. */
  daysBetweenOccasions: z.int().min(0).max(30).default(1),
  customerDates: z
    .strictObject({
      feb29: z.enum(['feb-28', 'mar-1']).default('feb-28'),
      leapMonth: z.enum(['ordinary', 'leap-if-exists']).default('ordinary'),
    })
    .default({ feb29: 'feb-28', leapMonth: 'ordinary' }),
  blackouts: z
    .array(z.strictObject({ from: LocalDateSchema, to: LocalDateSchema, because: z.string() }))
    .default([])
    .describe('Days with no touches for anyone: mourning, outage.'),
  surveys: SurveyRulesSchema.default(SurveyRulesSchema.parse({})),
  /** The domain whose mail we receive: answers to mails, and "stop" by mail. Without it answers go to `email`, where staff read them. */
  replyDomain: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a domain such as replies.example.com')
    .optional(),
  /** The company's own networks. An answer that comes from one of them is marked. */
  ownNetworks: z.array(z.union([z.cidrv4(), z.cidrv6()])).default([]),
  retention: RetentionSchema.default(RetentionSchema.parse({})),
  mailHealth: MailHealthSchema.default(MailHealthSchema.parse({})),
  calls: CallsSchema.default(CallsSchema.parse({})),
  startOfDay: ClockTimeSchema.default('07:30'),
  controlGroup: ControlGroupSchema.default(ControlGroupSchema.parse({})),
  rates: RatesSchema.default(RatesSchema.parse({})),
  report: ReportSchema.default(ReportSchema.parse({})),
})
export type Company = Readonly<z.infer<typeof CompanySchema>>
