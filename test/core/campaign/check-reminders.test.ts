import { describe, expect, test } from 'vitest'
import { checkReminders } from '#core/campaign/check-reminders.ts'
import { aCampaign } from '#test/support/builders.ts'
import { inEnglish } from '#test/support/in-english.ts'

const survey = (id: string, answerDays = 14) => ({
  file: `${id}.json`,
  campaign: aCampaign({ id, contentClass: 'survey', survey: { kind: 'csat', answerDays } }),
})
const reminder = (id: string, campaign: string, offset: { days: number; unit?: 'calendar' | 'working' } = { days: 5 }) => ({
  file: `${id}.json`,
  campaign: aCampaign({ id, contentClass: 'survey', occasion: { kind: 'after-invitation', campaign, offset } }),
})
const greeting = { file: 'greeting.json', campaign: aCampaign() }

describe('reminders among all campaigns', () => {
  test('each of a survey of its own are right, whatever else there is', () => {
    const files = [greeting, survey('csat'), survey('nps'), reminder('one', 'csat'), reminder('two', 'nps')]
    expect(checkReminders(files)).toEqual([])
  })

  test.each(['nobody', 'tenth-of-march', 'one'])('of %s, which asks nothing, are answered with what does', (campaign) => {
    expect(inEnglish(checkReminders([greeting, survey('csat'), survey('nps'), reminder('one', campaign)]))).toEqual([
      { file: 'one.json', path: 'occasion.campaign', value: campaign, expected: 'one of the campaigns that ask: csat, nps' },
    ])
    expect(inEnglish(checkReminders([greeting, reminder('one', campaign)]))[0]?.expected).toContain('there is none yet')
  })

  test.each([
    [{ days: 13 }, true],
    [{ days: 14 }, false],
    [{ days: 9, unit: 'working' as const }, true],
    [{ days: 10, unit: 'working' as const }, false],
  ])('come while a survey of 14 days can still be answered: after %j, %s', (offset, right) => {
    const problems = checkReminders([survey('csat', 14), reminder('one', 'csat', offset)])
    expect(problems.map(({ path, value }) => [path, value])).toEqual(right ? [] : [['occasion.offset.days', String(offset.days)]])
    if (!right) expect(inEnglish(problems)[0]?.expected).toContain('fewer than 14')
  })

  test('of one survey are one: of two, both are told of the other', () => {
    const problems = checkReminders([survey('csat'), reminder('one', 'csat'), reminder('two', 'csat', { days: 9 })])
    expect(problems.map(({ file, path }) => [file, path])).toEqual([
      ['one.json', 'occasion.campaign'],
      ['two.json', 'occasion.campaign'],
    ])
    expect(inEnglish(problems)[0]?.expected).toContain('two.json')
    expect(inEnglish(problems)[1]?.expected).toContain('one.json')
  })
})
