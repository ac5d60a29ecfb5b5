/**
 * A campaign that tells customers of what recurs, as a file that marketing completes, rehearses and accepts like any other. Of the audience it says what the
 * language of audiences can say: who bought the product, and bought anything lately. Not when they bought the product, nor of which batch, nor who complained.
 */
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CasePolicy } from '#core/campaign/case-policy.ts'
import { categoryOf } from '#core/campaign/case-policy.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { ChannelId, Channels } from '#core/channel/channel.ts'
import { productKey } from '#core/customer/product-key.ts'
import { stableHash } from '#core/customer/stable-hash.ts'
import type { RecurringGroup } from '#core/report/recurring.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { addWorkingDays } from '#core/time/working-days.ts'

/** Its words say no more than is known: that others told of something, and how to be heard. */
export const NOTICE_TEMPLATE = 'notice-to-buyers'
/** Time to complete its words, to rehearse and to accept it. */
const WORKING_DAYS_AHEAD = 3
/** An id has 40 signs (core/campaign/campaign-definition.ts). */
const LONGEST_ID_OF_GROUP = 24
const PRODUCT_SIGNS = 4

export type NoticeCampaign = Pick<
  CampaignDefinition,
  'id' | 'name' | 'contentClass' | 'occasion' | 'audience' | 'window' | 'graceDays'
> & {
  readonly $schema: string
  readonly touch: { readonly channel: ChannelId; readonly template: string }
  readonly limits: { readonly priority: number }
  readonly lives: { readonly from: LocalDate; readonly to: LocalDate }
}

export function noticeCampaign(
  { category, product }: Pick<RecurringGroup, 'category' | 'product'>,
  {
    today,
    rules: { calendar, cases, channels },
  }: { readonly today: LocalDate; readonly rules: Pick<CompanyRules, 'calendar' | 'cases' | 'channels'> },
): NoticeCampaign {
  const on = addWorkingDays(calendar, today, WORKING_DAYS_AHEAD)
  const [, month = 0, day = 0] = on.split('-').map(Number)
  return {
    $schema: './schema/campaign.schema.json',
    id: idOf({ category, product }, on),
    name: nameOf({ category, product }, cases),
    // About what the customer bought, it is a matter of their own order; else it is care, which who said stop does not get.
    contentClass: product === null ? 'care' : 'transactional',
    occasion: { kind: 'fixed', month, day, roll: 'none' },
    audience: { ...(product !== null && { boughtProduct: [product] }), boughtSince: 2 * cases.recurring.days },
    touch: { channel: letterIn(channels), template: NOTICE_TEMPLATE },
    window: { from: '09:00', to: '11:00' },
    graceDays: 1,
    limits: { priority: 80 },
    // Once.
    lives: { from: on, to: on },
  }
}

/** Two products of a category may recur on one day: each has its own file, and its own campaign. */
function idOf({ category, product }: Pick<RecurringGroup, 'category' | 'product'>, on: LocalDate): CampaignDefinition['id'] {
  const mark =
    product === null ? '' : `-${stableHash(productKey(product)).toString(36).padStart(PRODUCT_SIGNS, '0').slice(-PRODUCT_SIGNS)}`
  return `notice-${category.slice(0, LONGEST_ID_OF_GROUP - mark.length).replace(/-+$/, '')}${mark}-${on.replaceAll('-', '')}`
}

/** The first by which a letter goes. */
function letterIn(channels: Channels): ChannelId {
  const letter = channels.find(({ isLetter, touch }) => isLetter && touch !== null)
  if (!letter) throw new RangeError('no channel of the table takes letters')
  return letter.id
}

function nameOf(
  { category, product }: Pick<RecurringGroup, 'category' | 'product'>,
  cases: CasePolicy,
): CampaignDefinition['name'] {
  const known = categoryOf(cases, category)?.name
  const of = (locale: 'vi' | 'en') => [known?.[locale] ?? category, ...(product === null ? [] : [product])].join(', ')
  return { vi: `Báo khách: ${of('vi')}`, en: `Notice to customers: ${of('en')}` }
}
