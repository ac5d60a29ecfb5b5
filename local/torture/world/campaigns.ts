/**
 * Five campaigns within four days that affect each other: a gift, a greeting for every customer, a survey, a holdout, and a window of forty minutes.
 */
import { type CampaignDefinition, CampaignDefinitionSchema } from '#core/campaign/campaign-definition.ts'

const GIFT = 100_000

export function campaignsOf({ gifts }: { gifts: number }): readonly CampaignDefinition[] {
  return [
    {
      id: 'torture-birthday',
      name: { vi: 'Sinh nhật', en: 'Birthday' },
      contentClass: 'advertising',
      occasion: { kind: 'birthday' },
      touch: { channel: 'email', template: 'birthday-gift' },
      window: { from: '08:00', to: '10:00' },
      graceDays: 1,
      gift: { kind: 'voucher', value: { amount: GIFT, currency: 'VND' }, validDays: 30 },
      limits: { priority: 90 },
      // The mails' own price is paid from the remainder.
      budget: { amount: gifts * GIFT + Math.floor(GIFT / 2), currency: 'VND', period: 'campaign' },
      lives: { from: '2027-03-27', to: '2027-03-29' },
    },
    greeting({ id: 'torture-spring', day: 28, template: 'womens-day', window: { from: '09:00', to: '10:00' }, priority: 60 }),
    {
      ...greeting({
        id: 'torture-survey',
        day: 28,
        template: 'national-day',
        window: { from: '09:00', to: '12:00' },
        priority: 50,
      }),
      contentClass: 'survey',
      audience: { tiers: ['gold'] },
    },
    {
      ...greeting({
        id: 'torture-second',
        day: 29,
        template: 'mid-autumn',
        window: { from: '09:00', to: '10:00' },
        priority: 40,
      }),
      limits: { priority: 40, holdoutPercent: 5 },
    },
    {
      ...greeting({
        id: 'torture-care',
        day: 30,
        template: 'vietnamese-womens-day',
        window: { from: '14:00', to: '14:40' },
        priority: 30,
      }),
      audience: { tiers: ['gold'] },
    },
  ].map((campaign) => CampaignDefinitionSchema.parse(campaign))
}

interface Greeting {
  readonly id: string
  readonly day: number
  readonly template: string
  readonly window: { readonly from: string; readonly to: string }
  readonly priority: number
}

const greeting = ({ id, day, template, window, priority }: Greeting) => ({
  id,
  name: { vi: id, en: id },
  contentClass: 'care',
  occasion: { kind: 'fixed', month: 3, day },
  touch: { channel: 'email', template },
  window,
  limits: { priority },
  lives: { from: '2027-03-01', to: '2027-03-31' },
})
