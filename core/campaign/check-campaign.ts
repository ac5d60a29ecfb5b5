/**
 * Checks that a schema cannot make: dates that never come, hours that no law allows, money in two currencies, a gift in a greeting, a survey that
 * asks nothing.
 */

import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Company } from '#core/campaign/company.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { nearestWord } from '#core/campaign/nearest-word.ts'
import type { OccasionRule } from '#core/campaign/occasion-rule.ts'
import { remindedCampaign, traitsOf } from '#core/campaign/occasion-traits.ts'
import { MISSING, type Problem } from '#core/campaign/problem.ts'
import { daysInMonth } from '#core/time/local-date.ts'
import { commonHours } from '#core/time/send-slot.ts'

interface Checked {
  readonly campaign: CampaignDefinition
  readonly companyRules: CompanyRules
}

type Finding = Omit<Problem, 'file'>
type Check = (checked: Checked) => readonly Finding[]

const CHECKS: readonly Check[] = [checkRule, checkHours, checkGift, checkBudget, checkSurvey, checkAfter]

export function checkCampaign({ file, campaign, companyRules }: Checked & { readonly file: string }): readonly Problem[] {
  return CHECKS.flatMap((check) => check({ campaign, companyRules })).map((finding) => ({ file, ...finding }))
}

/** Of the other kinds the schema alone says what is right, or all campaign files together (check-reminders.ts). */
function checkRule({ campaign: { occasion }, companyRules: { company, calendars } }: Checked): Finding[] {
  switch (occasion.kind) {
    case 'fixed':
      return checkDay(occasion)
    case 'company-day':
      return checkCompanyDay(occasion, company)
    case 'calendar-day':
      return checkCalendarDay(occasion, calendars)
    case 'lunar':
    case 'lunar-month-end':
    case 'nth-weekday':
    case 'birthday':
    case 'purchase-anniversary':
    case 'every-n-months':
    case 'after-purchase':
    case 'after-delivery':
    case 'after-call':
    case 'after-case':
    case 'periodic':
    case 'after-invitation':
      return []
  }
}

type Rule<Kind extends OccasionRule['kind']> = Extract<OccasionRule, { kind: Kind }>

function checkDay(occasion: Rule<'fixed'>): Finding[] {
  // 29 February is a day; what it means in other years is the company's rule.
  const last = occasion.month === 2 ? 29 : daysInMonth(2001, occasion.month)
  return occasion.day <= last
    ? []
    : [
        {
          path: 'occasion.day',
          value: String(occasion.day),
          expected: {
            vi: `một ngày của tháng ${occasion.month}, từ 1 đến ${last}`,
            en: `a day of month ${occasion.month}, 1 to ${last}`,
          },
        },
      ]
}

function checkCompanyDay(occasion: Rule<'company-day'>, company: Company): Finding[] {
  if (Object.hasOwn(company.days, occasion.day)) return []
  const known = Object.keys(company.days)
  return [
    {
      path: 'occasion.day',
      value: occasion.day,
      expected:
        known.length > 0
          ? {
              vi: `một trong các ngày ghi trong company.json: ${known.join(', ')}`,
              en: `one of the days in company.json: ${known.join(', ')}`,
            }
          : {
              vi: 'một khóa trong `days` của company.json, hiện chưa có ngày nào',
              en: 'a key of `days` in company.json, which has none yet',
            },
    },
  ]
}

function checkCalendarDay(occasion: Rule<'calendar-day'>, calendars: CompanyRules['calendars']): Finding[] {
  const known = calendars.flatMap(({ occasions }) => occasions.map(({ key }) => key))
  if (known.includes(occasion.day)) return []
  const meant = nearestWord(occasion.day, known)
  const list = known.join(', ')
  return [
    {
      path: 'occasion.day',
      value: occasion.day,
      expected: meant
        ? {
            vi: `một dịp ghi trong calendar/; có phải ý bạn là ${meant}?`,
            en: `an occasion in calendar/; did you mean ${meant}?`,
          }
        : { vi: `một dịp ghi trong calendar/: ${list}`, en: `an occasion in calendar/: ${list}` },
    },
  ]
}

function checkHours({ campaign, companyRules: { company, policies } }: Checked): Finding[] {
  return policies.flatMap(({ country, periods }) => {
    const law = periods.at(-1)?.classes[campaign.contentClass][campaign.touch.channel]?.hours
    const allowed = commonHours([[company.hours], ...(law ? [law] : [])])
    if (commonHours([[campaign.window], allowed]).length > 0) return []
    const written = allowed.map(({ from, to }) => `${from}-${to}`).join(', ')
    return [
      {
        path: 'window',
        value: `${campaign.window.from}-${campaign.window.to}`,
        expected: {
          vi: `giờ trùng với giờ được phép gửi ${campaign.contentClass} ở ${country}: ${written || 'không có giờ nào'}`,
          en: `hours that meet those allowed for ${campaign.contentClass} in ${country}: ${written || 'none at all'}`,
        },
      },
    ]
  })
}

function checkGift({ campaign }: Checked): Finding[] {
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

function checkBudget({ campaign, companyRules: { company, prices } }: Checked): Finding[] {
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

/** A campaign asks if and only if it is of the class survey. A reminder asks with the words of the survey that it reminds of. */
function checkSurvey({ campaign: { contentClass, occasion, survey } }: Checked): Finding[] {
  const isReminder = remindedCampaign(occasion) !== undefined
  if ((survey || isReminder) && contentClass !== 'survey') {
    const expected = survey
      ? { vi: '"survey": chiến dịch hỏi ý kiến thuộc loại này', en: '"survey": a campaign that asks is of that class' }
      : { vi: '"survey": thư nhắc khảo sát thuộc loại này', en: '"survey": a reminder of a survey is of that class' }
    return [{ path: 'contentClass', value: contentClass, expected }]
  }
  if (isReminder && survey)
    return [
      {
        path: 'survey',
        value: survey.kind,
        expected: {
          vi: 'thư nhắc không có "survey": nó hỏi đúng điều mà chiến dịch được nhắc đã hỏi',
          en: 'a reminder without "survey": it asks what the campaign it reminds of asks',
        },
      },
    ]
  if (contentClass === 'survey' && !survey && !isReminder)
    return [
      {
        path: 'survey',
        value: MISSING,
        expected: {
          vi: 'điều muốn hỏi: { "kind": "nps" }, "csat", "ces" hoặc "fcr"',
          en: 'what is asked: { "kind": "nps" }, "csat", "ces" or "fcr"',
        },
      },
    ]
  return []
}

/** The day must be over before it is planned for: planning on the same day would miss the calls, cases and invitations still to come. */
function checkAfter({ campaign: { occasion } }: Checked): Finding[] {
  const { offset } = occasion
  if (!traitsOf(occasion).knownWhenOver) return []
  if (offset && offset.days > 0) return []
  const value = offset ? String(offset.days) : MISSING
  return [
    {
      path: 'occasion.offset.days',
      value,
      expected: {
        vi: 'từ 1 trở lên: việc trong ngày chỉ biết hết khi ngày đã qua',
        en: '1 or more: what happens on a day is only known when it is over',
      },
    },
  ]
}
