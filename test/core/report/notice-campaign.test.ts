/** The campaign that a recurring complaint begins with is one that the checks of campaigns take as it is. */
import { describe, expect, test } from 'vitest'
import { checkCampaign } from '#core/campaign/check-campaign.ts'
import { readCampaign } from '#core/campaign/read-campaign.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { noticeCampaign } from '#core/report/notice-campaign.ts'
import { theCompanyRules } from '#test/support/builders.ts'

const rules = theCompanyRules()
/** A Wednesday. */
const today = '2027-03-10'

describe('a notice', () => {
  test.each([
    ['about a product', { category: 'product-quality', product: 'Trà sen "hộp 100 g"' }, 'transactional'],
    ['about no product', { category: 'delivery', product: null }, 'care'],
    [
      'about a category with a long name',
      { category: 'a-very-long-name-of-a-category-of-complaints', product: 'x' },
      'transactional',
    ],
  ] as const)('%s can be read and passes', (_what, group, contentClass) => {
    const text = JSON.stringify(noticeCampaign(group, { today, rules }))
    const read = readCampaign({ file: 'notice.json', text, channels: OUR_CHANNELS })
    expect(read).not.toHaveProperty('problems')
    if (!('value' in read)) return
    expect(read.value).toMatchObject({ contentClass, lives: { from: '2027-03-15', to: '2027-03-15' } })
    expect(checkCampaign({ file: 'notice.json', campaign: read.value, companyRules: rules })).toEqual([])
    expect(read.value.audience).toEqual({ ...(group.product !== null && { boughtProduct: [group.product] }), boughtSince: 56 })
  })

  test('about two products of one category, on one day, are two campaigns', () => {
    const ids = [null, 'Trà sen', 'Trà nhài'].map(
      (product) => noticeCampaign({ category: 'product-quality', product }, { today, rules }).id,
    )
    expect(new Set(ids).size).toBe(3)
    expect(noticeCampaign({ category: 'product-quality', product: 'TRÀ SEN' }, { today, rules }).id).toBe(ids[1])
  })
})
