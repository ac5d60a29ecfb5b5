/**
 * Checks that a schema cannot make: dates that never come, hours that no law allows, money in two currencies, a gift in a greeting, a survey that
 * asks nothing.
 */

import { insteadOfCalls, templateOf } from '#core/campaign/call-touch.ts'
import type { Check, Checked, Finding } from '#core/campaign/campaign-check.ts'
import { checkCall } from '#core/campaign/check-call.ts'
import { checkBudget, checkGift, checkPrice } from '#core/campaign/check-money.ts'
import { checkAfter, checkGuide, checkRule, checkUnreached } from '#core/campaign/check-occasion.ts'
import { remindedCampaign } from '#core/campaign/occasion-traits.ts'
import { MISSING, type Problem } from '#core/campaign/problem.ts'
import { commonHours } from '#core/time/send-slot.ts'

const CHECKS: readonly Check[] = [
  checkRule,
  checkLaw,
  checkHours,
  checkPrice,
  checkCall,
  checkLetterInstead,
  checkGift,
  checkBudget,
  checkSurvey,
  checkAfter,
  checkUnreached,
  checkGuide,
]

export function checkCampaign({ file, campaign, companyRules }: Checked & { readonly file: string }): readonly Problem[] {
  return CHECKS.flatMap((check) => check({ campaign, companyRules })).map((finding) => ({ file, ...finding }))
}

/** The mail to those whom staff do not ring goes out by the rules, hours and price of a mail. */
function checkLetterInstead({ campaign, companyRules }: Checked): Finding[] {
  const letter = insteadOfCalls(campaign, companyRules.channels)
  if (!letter) return []
  return [checkLaw, checkHours, checkPrice]
    .flatMap((check) => check({ campaign: letter, companyRules }))
    .map((finding) =>
      finding.path === 'touch.channel' ? { ...finding, path: 'touch.else', value: templateOf(letter) ?? '' } : finding,
    )
}

/** Where a pack does not know the channel, its customers would all be skipped. */
function checkLaw({ campaign: { contentClass, touch }, companyRules: { policies } }: Checked): Finding[] {
  return policies
    .filter(({ periods }) => !periods.at(-1)?.classes[contentClass][touch.channel])
    .map(({ country }) => ({
      path: 'touch.channel',
      value: touch.channel,
      expected: {
        vi: `một kênh có quy định cho ${contentClass} trong policy/ của ${country}`,
        en: `a channel that the policy pack of ${country} has rules for, in the class ${contentClass}`,
      },
    }))
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
          vi: 'điều muốn hỏi: { "kind": "nps" }, "csat", "ces", "fcr" hoặc "csi"',
          en: 'what is asked: { "kind": "nps" }, "csat", "ces", "fcr" or "csi"',
        },
      },
    ]
  if (survey?.attributes && survey.kind !== 'csi')
    return [
      {
        path: 'survey.attributes',
        value: survey.kind,
        expected: {
          vi: 'không có "attributes" ở đây: chỉ khảo sát "kind": "csi" mới chấm từng tiêu chí',
          en: 'no "attributes" here: only a survey of "kind": "csi" rates attributes',
        },
      },
    ]
  return []
}
