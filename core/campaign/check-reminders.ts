/**
 * Checks that need all campaign files together: the survey of a reminder exists, the reminder comes in time, and no other campaign reminds of that
 * survey.
 */
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Problem } from '#core/campaign/problem.ts'

interface CampaignFile {
  readonly file: string
  readonly campaign: CampaignDefinition
}

interface Reminder {
  readonly file: string
  readonly occasion: Extract<CampaignDefinition['occasion'], { kind: 'after-invitation' }>
}

/** `unread`: ids of campaigns whose own files have mistakes. Problems that only follow from those mistakes are not reported. */
export function checkReminders(files: readonly CampaignFile[], unread: ReadonlySet<string> = new Set()): readonly Problem[] {
  const reminders = files.flatMap(({ file, campaign: { occasion } }): Reminder[] =>
    occasion.kind === 'after-invitation' ? [{ file, occasion }] : [],
  )
  return reminders.flatMap((reminder) => [
    ...(unread.has(reminder.occasion.campaign) ? [] : checkSurveyOf(reminder, files)),
    ...checkOnlyOne(reminder, reminders),
  ])
}

function checkSurveyOf({ file, occasion }: Reminder, files: readonly CampaignFile[]): Problem[] {
  const named = files.find(({ campaign }) => campaign.id === occasion.campaign)?.campaign
  if (!named?.survey) {
    const surveys = files.flatMap(({ campaign: { id, survey } }) => (survey ? [id] : []))
    const known =
      surveys.length > 0
        ? {
            vi: `một trong các chiến dịch hỏi ý kiến: ${surveys.join(', ')}`,
            en: `one of the campaigns that ask: ${surveys.join(', ')}`,
          }
        : { vi: 'một chiến dịch hỏi ý kiến; hiện chưa có chiến dịch nào', en: 'a campaign that asks; there is none yet' }
    return [{ file, path: 'occasion.campaign', value: occasion.campaign, expected: known }]
  }
  const { answerDays } = named.survey
  const { days, unit } = occasion.offset ?? { days: 0, unit: 'calendar' }
  // A week has five working days. A long holiday in between is handled by eligibility on the day itself (survey-closed).
  const later = unit === 'working' ? Math.ceil((days * 7) / 5) : days
  if (later < answerDays) return []
  const expected = {
    vi: `ít hơn ${answerDays} ngày lịch: ${occasion.campaign} nhận trả lời trong bấy nhiêu ngày`,
    en: `fewer than ${answerDays} calendar days: ${occasion.campaign} can be answered for so many`,
  }
  return [{ file, path: 'occasion.offset.days', value: String(days), expected }]
}

/** One reminder per survey: a customer who did not answer is asked once more and no further. */
function checkOnlyOne({ file, occasion }: Reminder, reminders: readonly Reminder[]): Problem[] {
  const others = reminders.filter((other) => other.file !== file && other.occasion.campaign === occasion.campaign)
  if (others.length === 0) return []
  const named = others.map((other) => other.file).join(', ')
  const expected = {
    vi: `một khảo sát chưa có thư nhắc nào khác: ${named} đã nhắc rồi`,
    en: `a survey that nothing else reminds of: ${named} does so already`,
  }
  return [{ file, path: 'occasion.campaign', value: occasion.campaign, expected }]
}
