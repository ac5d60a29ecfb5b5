/** Occasions whose day never comes, or comes too early to be planned for. */

import type { Checked, Finding } from '#core/campaign/campaign-check.ts'
import type { Company } from '#core/campaign/company.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { nearestWord } from '#core/campaign/nearest-word.ts'
import type { OccasionRule } from '#core/campaign/occasion-rule.ts'
import { traitsOf } from '#core/campaign/occasion-traits.ts'
import { MISSING } from '#core/campaign/problem.ts'
import { daysInMonth } from '#core/time/local-date.ts'

/** Of the other kinds the schema alone says what is right, or all campaign files together (check-reminders.ts). */
export function checkRule({ campaign: { occasion }, companyRules: { company, calendars } }: Checked): Finding[] {
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
    case 'since-contact':
    case 'after-purchase':
    case 'after-delivery':
    case 'after-call':
    case 'after-unreached-call':
    case 'after-call-asked-guide':
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

/** The day must be over before it is planned for: planning on the same day would miss the calls, cases and invitations still to come. */
export function checkAfter({ campaign: { occasion } }: Checked): Finding[] {
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

/** What a customer asked for is no survey and no advertising. */
export function checkGuide({ campaign: { occasion, contentClass } }: Checked): Finding[] {
  if (occasion.kind !== 'after-call-asked-guide' || contentClass === 'care' || contentClass === 'transactional') return []
  return [
    {
      path: 'contentClass',
      value: contentClass,
      expected: {
        vi: '"care" hoặc "transactional": khách đã hỏi hướng dẫn, không phải khảo sát hay quảng cáo',
        en: '"care" or "transactional": the customer asked for the guide, not for a survey or an advertisement',
      },
    },
  ]
}

/** The mail says that staff tried to ring: it is of the class of those calls, and calls ask no survey. */
export function checkUnreached({ campaign: { occasion, contentClass } }: Checked): Finding[] {
  if (occasion.kind !== 'after-unreached-call' || contentClass !== 'survey') return []
  return [
    {
      path: 'contentClass',
      value: contentClass,
      expected: {
        vi: '"care", "transactional" hoặc "advertising", như loại của những cuộc gọi ấy: khảo sát không đi bằng cuộc gọi',
        en: '"care", "transactional" or "advertising", as those calls are: no survey goes by call',
      },
    },
  ]
}
