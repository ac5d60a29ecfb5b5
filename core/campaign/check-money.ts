/** Gifts where none may be given, and money in two currencies or without a limit. */

import type { Checked, Finding } from '#core/campaign/campaign-check.ts'
import { MISSING } from '#core/campaign/problem.ts'
import { channelOf } from '#core/channel/channel.ts'

export function checkGift({ campaign }: Checked): Finding[] {
  if (!campaign.gift || campaign.contentClass === 'advertising') return []
  if (campaign.contentClass === 'survey') {
    return [
      {
        path: 'gift',
        value: campaign.gift.kind,
        expected: {
          vi: 'một khảo sát không có quà: khảo sát kèm quà là quảng cáo và là trả tiền cho câu trả lời; hãy tặng trong một chiến dịch riêng',
          en: 'a survey without a gift: with one it is advertising, and pays for its answers; give it in a campaign of its own',
        },
      },
    ]
  }
  return [
    {
      path: 'contentClass',
      value: campaign.contentClass,
      expected: {
        vi: '"advertising": thư chúc có phiếu quà tặng là quảng cáo, cần sự đồng ý và nhãn quảng cáo',
        en: '"advertising": a greeting with a voucher in it is advertising and needs consent and a label',
      },
    },
  ]
}

/** Without a price its touches would cost nothing in budgets and rehearsals. */
export function checkPrice({ campaign: { touch }, companyRules: { channels, prices } }: Checked): Finding[] {
  const { priceItem } = channelOf(channels, touch.channel)
  if (prices.prices.some(({ item }) => item === priceItem)) return []
  return [
    {
      path: 'touch.channel',
      value: touch.channel,
      expected: {
        vi: `một kênh có giá "${priceItem}" trong prices.json`,
        en: `a channel with a price "${priceItem}" in prices.json`,
      },
    },
  ]
}

export function checkBudget({ campaign, companyRules: { company, prices } }: Checked): Finding[] {
  const amounts = [
    { path: 'budget.currency', currency: campaign.budget?.currency },
    { path: 'gift.value.currency', currency: campaign.gift?.value.currency },
  ]
  const wrong = amounts.flatMap(({ path, currency }) =>
    currency === undefined || currency === company.currency
      ? []
      : [
          {
            path,
            value: currency,
            expected: {
              vi: `${company.currency}, đồng tiền trong company.json: ngân sách chỉ dùng một đồng tiền`,
              en: `${company.currency}, the currency of company.json: a budget is kept in one`,
            },
          },
        ],
  )
  const price = prices.prices.find(({ perThousand }) => perThousand.currency !== company.currency)
  const priced = price
    ? [
        {
          path: 'budget',
          value: price.perThousand.currency,
          expected: {
            vi: `giá tính bằng ${company.currency} trong prices.json`,
            en: `prices in ${company.currency} in prices.json`,
          },
        },
      ]
    : []
  const unbudgeted =
    campaign.gift && !campaign.budget
      ? [
          {
            path: 'budget',
            value: MISSING,
            expected: {
              vi: 'một ngân sách: quà tốn tiền, không có giới hạn thì có thể tặng mãi',
              en: 'a budget: gifts cost money, and a gift without a limit can be given without end',
            },
          },
        ]
      : []
  return [...wrong, ...(campaign.budget ? priced : []), ...unbudgeted]
}
