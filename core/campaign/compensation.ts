/** What customers may get for what went wrong: campaigns/compensation.json. A company without it has no catalogue, and staff give nothing through a case. */
import * as z from 'zod'
import { LocalizedTextSchema } from '#core/campaign/localized-text.ts'

export const COMPENSATION_KINDS = ['refund', 'goods', 'delivery', 'voucher', 'other'] as const
/** The roles that may give something alone, up to their amount. */
const GIVING = ['agent', 'lead', 'head'] as const
/** The roles that may approve what is above every amount. */
const APPROVING = ['lead', 'head'] as const

/** Sums of a year of them stay far below what a number holds exactly. */
const LARGEST = 1_000_000_000
const AmountSchema = z.int().max(LARGEST)
const AloneSchema = AmountSchema.min(0).default(0)

const ItemSchema = z
  .strictObject({
    id: z
      .string()
      .max(60)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens, such as refund'),
    name: LocalizedTextSchema,
    kind: z
      .enum(COMPENSATION_KINDS)
      .describe('A voucher goes to customers alone who agreed to advertising, as every voucher does.'),
    cost: AmountSchema.min(1).optional().describe('What it costs, in đồng, where it is always the same.'),
    upTo: AmountSchema.min(1).optional().describe('The most that may be given, in đồng, where staff say how much.'),
    alone: z
      .strictObject({ agent: AloneSchema, lead: AloneSchema, head: AloneSchema })
      .prefault({})
      .describe(
        'Up to how much in đồng a role may give alone, together with all that was given in the same case. Left out: nothing.',
      ),
    above: z
      .array(z.enum(APPROVING))
      .min(1)
      .default(['head'])
      .describe(
        'The roles that may approve any amount that a colleague asks for. Left out: the head. A role with a sufficient amount of its own may too.',
      ),
  })
  .refine(({ cost, upTo }) => (cost === undefined) !== (upTo === undefined), { path: ['cost'], error: 'either cost or upTo' })
export type CompensationItem = Readonly<z.infer<typeof ItemSchema>>

export const CompensationSchema = z.strictObject({
  $schema: z.string().optional(),
  period: z
    .enum(['month', 'quarter'])
    .describe('For how long the limit holds. Changed within one, the new period begins with nothing booked.'),
  limit: AmountSchema.min(1).describe('The most that all cases of a period may cost together, in đồng.'),
  items: z
    .array(ItemSchema)
    .min(1)
    .max(50)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'each id once'),
  source: z.string().min(1).optional().describe('Where the amounts come from, such as a decision of the board.'),
})
export type Compensation = Readonly<z.infer<typeof CompensationSchema>>

export const itemNamed = (catalogue: Compensation | null, id: string): CompensationItem | undefined =>
  catalogue?.items.find((item) => item.id === id)

interface Giving {
  /** Of the roster. */
  readonly role: string
  /** With all that stands in the case already, so that an amount cannot be split. */
  readonly total: number
}

export function mayGiveAlone({ alone }: CompensationItem, { role, total }: Giving): boolean {
  const giving = GIVING.find((one) => one === role)
  return giving !== undefined && total <= alone[giving]
}

export const mayApprove = (item: CompensationItem, asked: Giving): boolean =>
  item.above.some((role) => role === asked.role) || mayGiveAlone(item, asked)

/** In the order of the roles. */
export const approversOf = (item: CompensationItem, total: number): readonly (typeof GIVING)[number][] =>
  GIVING.filter((role) => mayApprove(item, { role, total }))
