import { expect, test } from 'vitest'
import { surveyOfLetter } from '#app/sending/survey-of-letter.ts'
import { aCampaign } from '#test/support/builders.ts'
import { aSurvey } from '#test/support/survey-builders.ts'

const survey = aSurvey({}, { graceDays: 2 })
const reminder = aCampaign({
  id: 'again',
  contentClass: 'survey',
  occasion: { kind: 'after-invitation', campaign: 'how-was-it' },
})
const campaigns = [survey, reminder]
const campaignNamed = (id: string) => campaigns.find((known) => known.id === id)
const occasion = { key: 'how-was-it_2027-03-08' }

test('a survey asks its own question, and is its own invitation', () => {
  const asked = surveyOfLetter({
    campaign: survey,
    occurrenceId: 'how-was-it_2027-03-10',
    occasion: { key: 'p1' },
    campaignNamed,
  })
  expect(asked).toEqual({ definition: survey.survey, invitation: 'how-was-it_2027-03-10', lastDay: '2027-04-11' })
})

test('a reminder asks what the first mail asked, to be answered as that one and as long as that one', () => {
  const asked = surveyOfLetter({ campaign: reminder, occurrenceId: 'again_2027-03-13', occasion, campaignNamed })
  expect(asked).toEqual({ definition: survey.survey, invitation: 'how-was-it_2027-03-08', lastDay: '2027-04-09' })
})

test('a reminder of a campaign that is gone, and a mail that asks nothing, ask nothing', () => {
  const nobody = () => undefined
  expect(surveyOfLetter({ campaign: reminder, occurrenceId: 'again_2027-03-13', occasion, campaignNamed: nobody })).toBeNull()
  const greeting = { campaign: aCampaign(), occurrenceId: 'tenth-of-march_2027-03-10', occasion: { key: '2027-03-10' } }
  expect(surveyOfLetter({ ...greeting, campaignNamed })).toBeNull()
})

test('what is no invitation is a broken promise', () => {
  expect(() =>
    surveyOfLetter({ campaign: reminder, occurrenceId: 'again_2027-03-13', occasion: { key: 'x' }, campaignNamed }),
  ).toThrow('not the id of an occurrence: x')
})
