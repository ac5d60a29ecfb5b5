/** The law of a country as data: what each class of content needs, dated and with its sources. */
import * as z from 'zod'
import { type CONTENT_CLASSES, HoursSchema } from '#core/campaign/campaign-definition.ts'
import { FrequencyCapSchema } from '#core/campaign/company.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

const ChannelRulesSchema = z.strictObject({
  hours: HoursSchema.nullable().describe('Local hours in which it is allowed; null: the law sets none.'),
  caps: z.array(FrequencyCapSchema),
})

export const ClassRulesSchema = z.strictObject({
  consent: z
    .enum(['opt-in', 'opt-out', 'none'])
    .describe('opt-in: only with recorded consent; opt-out: unless withdrawn; none: always.'),
  label: z.string().nullable().describe('What the subject must begin with.'),
  unsubscribe: z.boolean(),
  email: ChannelRulesSchema,
})
export type ClassRules = Readonly<z.infer<typeof ClassRulesSchema>>

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

export const PolicyPackSchema = z.strictObject({
  $schema: z.string().optional(),
  country: z.string().regex(/^[A-Z]{2}$/),
  periods: z
    .array(
      z.strictObject({
        validFrom: LocalDateSchema,
        validTo: LocalDateSchema.nullable(),
        sources: z.array(z.string()).min(1),
        checkedOn: LocalDateSchema,
        classes: z.strictObject({
          care: ClassRulesSchema,
          transactional: ClassRulesSchema,
          survey: ClassRulesSchema,
          advertising: ClassRulesSchema,
        } satisfies Record<(typeof CONTENT_CLASSES)[number], unknown>),
        rights: RightsClocksSchema,
      }),
    )
    .min(1),
})
export type PolicyPack = Readonly<z.infer<typeof PolicyPackSchema>>
