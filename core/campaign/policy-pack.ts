/** The law of a country as data: what each class of content needs, through each channel, dated and with its sources. */
import * as z from 'zod'
import { type ContentClass, HoursSchema } from '#core/campaign/campaign-definition.ts'
import { type FrequencyCap, FrequencyCapSchema } from '#core/campaign/company.ts'
import { LocalizedTextSchema } from '#core/campaign/localized-text.ts'
import type { Channel, ChannelId, Channels } from '#core/channel/channel.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'
import type { DayHours } from '#core/time/send-slot.ts'

const CONSENTS = ['opt-in', 'opt-out', 'none'] as const

const areApart = (parts: readonly DayHours[]): boolean =>
  parts.every((one, at) => parts.every((other, index) => index <= at || one.to <= other.from || other.to <= one.from))

/** A class through one channel, as it is written. */
const WrittenRulesSchema = z.strictObject({
  hours: z
    .union([HoursSchema, z.array(HoursSchema).min(1).refine(areApart, 'parts of the day that do not overlap')])
    .nullable()
    .describe('Local hours in which it is allowed, one part of the day or several; null: the law sets none.'),
  weekdays: z
    .array(z.int().min(1).max(7))
    .min(1)
    .optional()
    .describe('Days of the week on which it is allowed, 1 is Monday; every day when left out.'),
  publicHolidays: z.boolean().optional().describe('false: not on public holidays of the country.'),
  caps: z.array(FrequencyCapSchema).describe('The most touches through this channel in any rolling window.'),
  consent: z.enum(CONSENTS).optional().describe('Only where the channel needs another than its class.'),
  label: z.string().nullable().optional().describe('Only where the channel needs another than its class.'),
  doNotCall: z
    .strictObject({ maxAgeDays: z.int().min(1).max(365).describe('So many days after its day a list may still be relied on.') })
    .optional()
    .describe('Only numbers that are not on the do-not-call list, and none while that list is missing or too old.'),
})
type WrittenRules = z.infer<typeof WrittenRulesSchema>

const classShape = {
  consent: z.enum(CONSENTS).describe('opt-in: only with recorded consent; opt-out: unless withdrawn; none: always.'),
  label: z.string().nullable().describe('What the subject must begin with.'),
  unsubscribe: z.boolean(),
}

/** What the law asks of a touch of one class through one channel. */
export interface TouchRules {
  readonly consent: (typeof CONSENTS)[number]
  readonly label: string | null
  readonly unsubscribe: boolean
  /** In order; null: the law sets none. */
  readonly hours: readonly DayHours[] | null
  /** 1 is Monday; null: every day. */
  readonly weekdays: readonly number[] | null
  /** Whether it may be made on a public holiday of the customer's country. */
  readonly onPublicHolidays: boolean
  /** Touches through the same channel count. */
  readonly caps: readonly FrequencyCap[]
  /** How old the do-not-call list may be; null: the law asks for none. */
  readonly doNotCall: { readonly maxAgeDays: number } | null
}

/** By channel. One without rules is not used for the class: what the law says of it is not known. */
type ClassRules = Readonly<Partial<Record<ChannelId, TouchRules>>>

const days = z.int().min(1).max(365)

/** Until when a request about one's own data must be acknowledged, and until when it must be carried out. */
export const RightsClocksSchema = z.strictObject({
  acknowledgeWorkingDays: z
    .int()
    .min(1)
    .max(60)
    .describe("Working days of the country's calendar, whatever the company's own is."),
  doneDays: z.strictObject({ access: days, correct: days, erase: days, restrict: days, object: days, withdraw: days }),
  extensionDays: z.int().min(0).max(90).describe('By how many days it may be put off, once.'),
})
export type RightsClocks = Readonly<z.infer<typeof RightsClocksSchema>>

const periodShape = {
  validFrom: LocalDateSchema,
  validTo: LocalDateSchema.nullable(),
  sources: z
    .array(z.union([z.string(), LocalizedTextSchema]))
    .min(1)
    .describe('Where each rule stands: in Vietnamese and in English, or as one text for both.'),
  checkedOn: LocalDateSchema,
}

interface PolicyPeriod extends Readonly<z.infer<z.ZodObject<typeof periodShape>>> {
  readonly classes: Readonly<Record<ContentClass, ClassRules>>
  readonly rights: RightsClocks
}

export interface PolicyPack {
  readonly $schema?: string | undefined
  readonly country: string
  readonly periods: readonly PolicyPeriod[]
}

/** The schema of a pack for the channels of the table: a class names the rules of each by the channel's id. */
export function policyPackSchema(channels: Channels): z.ZodType<PolicyPack> {
  const rules = classRulesSchema(channels)
  return z.strictObject({
    $schema: z.string().optional(),
    country: z.string().regex(/^[A-Z]{2}$/),
    periods: z
      .array(
        z.strictObject({
          ...periodShape,
          classes: z.strictObject({
            care: rules,
            transactional: rules,
            survey: rules,
            advertising: rules,
          } satisfies Record<ContentClass, unknown>),
          rights: RightsClocksSchema,
        }),
      )
      .min(1),
  })
}

/** Whether any of its rules depends on the country's public holidays. */
export const forbidsHolidays = ({ periods }: PolicyPack): boolean =>
  periods.some(({ classes }) =>
    Object.values(classes).some((byChannel) => Object.values(byChannel).some((rules) => rules?.onPublicHolidays === false)),
  )

/** Letters must have rules in every class. Another channel's are asked for where a campaign uses it (check-campaign.ts). */
function classRulesSchema(channels: Channels): z.ZodType<ClassRules> {
  const perChannel = Object.fromEntries(channels.map((channel) => [channel.id, writtenFor(channel)]))
  // The class's own keys stand first in what `care check` lists, and are typed by standing last.
  return z
    .strictObject({ ...classShape, ...perChannel, ...classShape })
    .transform(({ consent, label, unsubscribe, ...through }) =>
      // The strict object lets nothing else through.
      Object.fromEntries(
        Object.entries(through as Readonly<Record<ChannelId, WrittenRules | undefined>>).flatMap(([channel, written]) =>
          written ? [[channel, flatRules(written, { consent, label, unsubscribe })]] : [],
        ),
      ),
    )
}

const writtenFor = ({ isLetter }: Channel) => (isLetter ? WrittenRulesSchema : WrittenRulesSchema.optional())

function flatRules(
  { hours, weekdays, publicHolidays = true, caps, consent, label, doNotCall }: WrittenRules,
  ofClass: Pick<TouchRules, 'consent' | 'label' | 'unsubscribe'>,
): TouchRules {
  return {
    ...ofClass,
    ...(consent !== undefined && { consent }),
    ...(label !== undefined && { label }),
    hours: hours === null ? null : [hours].flat().toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    weekdays: weekdays ?? null,
    onPublicHolidays: publicHolidays,
    caps,
    doNotCall: doNotCall ?? null,
  }
}
