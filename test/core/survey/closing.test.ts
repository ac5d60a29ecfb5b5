import { expect, test } from 'vitest'
import { SurveyDefinitionSchema } from '#core/campaign/survey-definition.ts'
import { closesAt, lastDayToAnswer } from '#core/survey/closing.ts'

const asked = (date: string, answerDays: number, graceDays = 0) => ({
  survey: SurveyDefinitionSchema.parse({ kind: 'nps', answerDays }),
  graceDays,
  date,
})

test.each([
  ['2027-03-08', 30, 0, '2027-04-07', 'Asia/Ho_Chi_Minh', '2027-04-07T17:00:00.000Z'],
  ['2027-03-08', 30, 2, '2027-04-09', 'Asia/Ho_Chi_Minh', '2027-04-09T17:00:00.000Z'],
  ['2028-02-28', 1, 0, '2028-02-29', 'UTC', '2028-03-01T00:00:00.000Z'],
  // The clocks change in the night after the last day, and in the night that begins it.
  ['2027-03-20', 7, 0, '2027-03-27', 'Europe/Berlin', '2027-03-27T23:00:00.000Z'],
  ['2027-03-20', 8, 0, '2027-03-28', 'Europe/Berlin', '2027-03-28T22:00:00.000Z'],
  ['2027-10-24', 7, 0, '2027-10-31', 'Europe/Berlin', '2027-10-31T23:00:00.000Z'],
])('asked on %s for %i days, sent up to %i later: answered to the end of %s in %s', (date, days, grace, last, zone, closes) => {
  expect(lastDayToAnswer(asked(date, days, grace))).toBe(last)
  expect(closesAt({ ...asked(date, days, grace), zone })).toBe(closes)
})
