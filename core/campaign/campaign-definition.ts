/** The campaign file that marketing writes. The schema is strict: a misspelt key is refused, never ignored. */
import * as z from 'zod'
import { MoneySchema } from '#core/budget/money.ts'
import { LocalizedTextSchema } from '#core/campaign/localized-text.ts'
import { OccasionRuleSchema } from '#core/campaign/occasion-rule.ts'
import { SurveyDefinitionSchema } from '#core/campaign/survey-definition.ts'
import type { Channels } from '#core/channel/channel.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

export const CampaignIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, 'lower-case letters, digits and hyphens, 2 to 40 of them, a letter first')

export const CONTENT_CLASSES = ['care', 'transactional', 'survey', 'advertising'] as const
export type ContentClass = (typeof CONTENT_CLASSES)[number]

/** Aborts on a text that is no clock time: comparing it with another time would add a second problem for one mistake. */
export const ClockTimeSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'a 24-hour time such as 09:00', abort: true })

/** A part of a local day, from inclusive, to exclusive. */
export const HoursSchema = z
  .strictObject({ from: ClockTimeSchema, to: z.union([ClockTimeSchema, z.literal('24:00')]) })
  .refine((hours) => hours.from < hours.to, '`from` must be before `to`')

const values = z.array(z.string().min(1)).min(1)

/** Who is meant. Every line that is given must hold. An audience without lines means every customer. */
export const AudienceSchema = z.strictObject({
  genders: z
    .array(z.enum(['female', 'male']))
    .min(1)
    .optional(),
  tiers: values.optional(),
  professions: values.optional(),
  locales: values.optional(),
  countries: values.optional(),
  anyTag: values.optional(),
  noTag: values.optional(),
  boughtSince: z.int().min(1).optional().describe('Only customers whose latest purchase is at most so many days ago.'),
  notBoughtSince: z
    .int()
    .min(1)
    .optional()
    .describe('Only customers who did buy, and whose latest purchase is more than so many days ago.'),
  boughtProduct: values.optional().describe('Only customers who bought one of these products, named as in the purchases.'),
  renewsOn: z
    .strictObject({
      from: z.int().min(-366).max(366).default(0),
      to: z.int().min(-366).max(366),
    })
    .refine(({ from, to }) => from <= to, '`from` must not be after `to`')
    .optional()
    .describe('Only customers whose renewal date lies so many days after the day of the touch; before it with a minus.'),
})
export type Audience = Readonly<z.infer<typeof AudienceSchema>>

export const GiftSchema = z.strictObject({
  kind: z.literal('voucher'),
  value: MoneySchema.refine((value) => value.amount > 0, 'more than 0'),
  validDays: z.int().min(1).max(731).describe('Days the voucher can be used, counted from the day it is sent.'),
})

/** What goes out. The fields beside the channel are the channel's own; letters have the name of a folder in templates/. */
const StoredTouchSchema = z.looseObject({ channel: z.string(), template: z.string().optional() })

export const MOST_GRACE_DAYS = 30

const campaignShape = {
  $schema: z.string().optional(),
  id: CampaignIdSchema,
  name: LocalizedTextSchema,
  contentClass: z.enum(CONTENT_CLASSES).describe('Selects the rules: hours, caps, consent, label, opt-out.'),
  occasion: OccasionRuleSchema,
  audience: AudienceSchema.default({}),
  touch: StoredTouchSchema,
  window: HoursSchema.describe('Local hours of the customer in which the touch goes out.'),
  graceDays: z
    .int()
    .min(0)
    .max(MOST_GRACE_DAYS)
    .default(0)
    .describe('How many days later it may still go out when it could not on the day.'),
  gift: GiftSchema.optional(),
  survey: SurveyDefinitionSchema.optional().describe('What is asked; with contentClass "survey" only.'),
  limits: z
    .strictObject({
      priority: z.int().min(0).max(100).default(50).describe('The higher one wins when only one touch may be made.'),
      holdoutPercent: z.number().min(0).max(50).default(0),
    })
    .default({ priority: 50, holdoutPercent: 0 }),
  budget: z.strictObject({ ...MoneySchema.shape, period: z.enum(['month', 'quarter', 'year', 'campaign']) }).optional(),
  lives: z
    .strictObject({ from: LocalDateSchema.optional(), to: LocalDateSchema.optional() })
    .refine(({ from, to }) => !from || !to || from <= to, '`from` must not be after `to`')
    .default({}),
}

/** A campaign as it is stored: it was checked against the channels of the day when it was accepted. */
export const CampaignDefinitionSchema = z.strictObject(campaignShape)
export type CampaignDefinition = Readonly<z.infer<typeof CampaignDefinitionSchema>>

/** The schema of a campaign file for the channels of the table: its touch is one of theirs, and strict. */
export function campaignSchema(channels: Channels): z.ZodType<CampaignDefinition> {
  const touches = channels.flatMap(({ id, touch }) => (touch ? [z.strictObject({ channel: z.literal(id), ...touch })] : []))
  const [first, ...others] = touches
  if (first === undefined) throw new RangeError('campaigns can use no channel of the table')
  // A single channel is no union: a mistake in it is answered with the keys that are right.
  const touch = others.length === 0 ? first : z.discriminatedUnion('channel', [first, ...others])
  return z.strictObject({ ...campaignShape, touch })
}
