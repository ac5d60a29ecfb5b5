/** A campaign of calls: what staff say is there, and it asks and gives nothing that only a letter can. */

import { callTouchOf } from '#core/campaign/call-touch.ts'
import type { Checked, Finding } from '#core/campaign/campaign-check.ts'
import { nearestWord } from '#core/campaign/nearest-word.ts'

export function checkCall({ campaign, companyRules: { scripts } }: Checked): Finding[] {
  const call = callTouchOf(campaign)
  if (!call) return []
  return [
    ...checkScript(
      call.script,
      scripts.map(({ name }) => name),
    ),
    ...checkLetterParts(campaign),
  ]
}

function checkScript(script: string, known: readonly string[]): Finding[] {
  if (known.includes(script)) return []
  const meant = nearestWord(script, known)
  const list = known.join(', ')
  const expected =
    known.length === 0
      ? { vi: 'một tệp trong campaigns/scripts/, hiện chưa có tệp nào', en: 'a file in campaigns/scripts/, which has none yet' }
      : meant
        ? {
            vi: `một tệp trong campaigns/scripts/; có phải ý bạn là ${meant}?`,
            en: `a file in campaigns/scripts/; did you mean ${meant}?`,
          }
        : { vi: `một tệp trong campaigns/scripts/: ${list}`, en: `a file in campaigns/scripts/: ${list}` }
  return [{ path: 'touch.script', value: script, expected }]
}

/** A gift is a code in a letter, and a survey's answer is tapped in one. */
function checkLetterParts({ gift, survey, contentClass }: Checked['campaign']): Finding[] {
  const expected = {
    vi: 'không có mục này: chiến dịch gọi điện không gửi quà và không hỏi bằng thư',
    en: 'none: a campaign of calls sends no gift and asks nothing by letter',
  }
  return [
    ...(gift ? [{ path: 'gift', value: gift.kind, expected }] : []),
    ...(survey ? [{ path: 'survey', value: survey.kind, expected }] : []),
    ...(contentClass === 'survey'
      ? [
          {
            path: 'contentClass',
            value: contentClass,
            expected: {
              vi: '"care" hoặc "transactional": khảo sát đi bằng thư',
              en: '"care" or "transactional": surveys go by letter',
            },
          },
        ]
      : []),
  ]
}
