import { describe, expect, test } from 'vitest'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { htmlAsText } from '#adapters/mail-in/html-as-text.ts'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import { memoryWordsStore } from '#adapters/memory/words-store.ts'
import { ownLetters } from '#core/reply/own-sentences.ts'
import { withoutOwnWords } from '#core/reply/own-words.ts'
import { tidyLines } from '#core/reply/readable-text.ts'
import { templateLetters } from '#functions/wiring/letters.ts'
import { campaignOwnWords } from '#functions/wiring/own-words.ts'
import { compileTemplates } from '#local/templates/compile-templates.ts'
import { aCampaign, aCompany, aCustomer, someRules, someWords } from '#test/support/builders.ts'
import { anOccurrence, aSurvey } from '#test/support/survey-builders.ts'
import { wordsIn } from '#web/rendering/compiled-template.ts'

const NOW = '2027-03-10T02:00:00.000Z'
const DATE = '2027-03-08'
const company = aCompany()
const { templates } = await compileTemplates(`${import.meta.dirname}/../../../templates`)
const letters = templateLetters({
  company,
  seals: cryptoSeals({ secret: 'a secret of the test, long enough to be one' }),
  pages: 'https://care.example.com',
})

/** `kept`: the words were stored when the campaign was accepted; else they came with the code. */
async function sentWith(
  definition: ReturnType<typeof aCampaign>,
  { later = [], kept = true }: { readonly later?: readonly ReturnType<typeof aCampaign>[]; readonly kept?: boolean } = {},
) {
  const words = memoryWordsStore()
  const campaigns = memoryCampaignStore()
  const occurrences = memoryOccurrenceStore()
  for (const each of [definition, ...later]) {
    const mails = wordsIn(templates, each.touch.template ?? '')
    const hash = kept && mails ? await words.keep(mails) : undefined
    await campaigns.accept({
      definition: each,
      version: 1,
      acceptedAt: NOW,
      acceptedBy: 'marketing',
      ...(hash && { words: hash }),
    })
  }
  await occurrences.open(anOccurrence({ campaignId: definition.id, date: DATE }))
  const bundledWords = (template: string) => (kept ? undefined : wordsIn(templates, template))
  const own = campaignOwnWords({ campaigns, occurrences, words, bundledWords, company })
  return { own, texts: await own.ofOccurrence(`${definition.id}_${DATE}`) }
}

const kinds = ['nps', 'csat', 'ces', 'fcr'] as const
const written = (definition: ReturnType<typeof aCampaign>, template: string, locale: string) => {
  const touched = { ...definition, touch: { channel: 'email' as const, template } }
  const said = letters.write({
    campaign: touched,
    rules: someRules({ unsubscribe: true }),
    customer: aCustomer({ locale, fullName: 'Nguyễn Thị Minh Châu' }),
    occasion: { key: 'k', anchor: DATE, years: null },
    occurrenceId: `${definition.id}_${DATE}`,
    words: wordsIn(templates, template) ?? someWords(),
    purchase: null,
    voucher: null,
    survey: definition.survey
      ? { definition: definition.survey, invitation: `${definition.id}_${DATE}`, lastDay: '2027-04-07' }
      : null,
    now: NOW,
  })
  if (!('letter' in said)) throw new Error('problem' in said ? said.problem : 'no letter')
  return said.letter
}

describe.each(kinds)('the letter of a survey (%s)', (kind) => {
  const survey = { ...aSurvey({ kind }), touch: { channel: 'email' as const, template: `survey-${kind}` } }

  test.each(['vi', 'en'])(
    'in %s: its text and its HTML quoted back without any mark leave nothing that means something',
    async (locale) => {
      const own = ownLetters((await sentWith(survey)).texts)
      const letter = written(survey, `survey-${kind}`, locale)
      for (const quoted of [letter.text, htmlAsText(letter.html).text, letter.text.replaceAll('\n', ' ')]) {
        const left = tidyLines(withoutOwnWords(`Trà bị mốc\n\n${quoted}\n`, own))
        expect(left).toMatch(/^Trà bị mốc/)
        expect(left).not.toMatch(/unsubscribe|ngừng nhận|từ chối|rather not|stop them|trả lời thư này|answer this mail/i)
        expect(left.length).toBeLessThan(110)
      }
    },
  )
})

test('a greeting’s letter as well, and a reminder’s for an answer to the invitation', async () => {
  const greeting = { ...aCampaign({ id: 'greeting' }), touch: { channel: 'email' as const, template: 'tet-greeting' } }
  const { texts } = await sentWith(greeting)
  expect(texts.join('\n')).toContain(company.address)
  expect(texts.some((text) => text.includes('{{company.name}}'))).toBe(false)

  const survey = { ...aSurvey({ kind: 'nps' }), touch: { channel: 'email' as const, template: 'survey-nps' } }
  const reminder = {
    ...aCampaign({ id: 'reminder', contentClass: 'survey' }),
    occasion: {
      kind: 'after-invitation' as const,
      campaign: survey.id,
      offset: { days: 5, unit: 'calendar' as const },
      roll: 'none' as const,
    },
    touch: { channel: 'email' as const, template: 'survey-reminder' },
  }
  const other = {
    ...reminder,
    id: 'other',
    occasion: { ...reminder.occasion, campaign: 'another' },
    touch: { channel: 'email' as const, template: 'womens-day' },
  }
  const subject = templates['survey-reminder']?.vi?.subject ?? ''
  const withReminder = (await sentWith(survey, { later: [reminder, other] })).texts
  expect(withReminder.some((text) => text.includes(subject.replaceAll('{{company.name}}', company.name)))).toBe(true)
  expect(withReminder.length).toBe(16)
  expect((await sentWith(survey)).texts.length).toBe(8)
})

test('of what nobody knows any more nothing is told', async () => {
  const { own } = await sentWith(aCampaign({ id: 'greeting' }))
  expect(await own.ofOccurrence(`other_${DATE}`)).toEqual([])
  const unknown = { ...aCampaign({ id: 'greeting' }), touch: { channel: 'email' as const, template: 'constructor' } }
  expect((await sentWith(unknown)).texts).toEqual([])
  expect((await sentWith(unknown, { kept: false })).texts).toEqual([])
})

test('words that came with the code are as good as stored ones', async () => {
  const survey = { ...aSurvey({ kind: 'csat' }), touch: { channel: 'email' as const, template: 'survey-csat' } }
  expect((await sentWith(survey, { kept: false })).texts).toEqual((await sentWith(survey)).texts)
})

test('words that were changed while the first zones were written to are known as well', async () => {
  const words = memoryWordsStore()
  const campaigns = memoryCampaignStore()
  const occurrences = memoryOccurrenceStore()
  const definition = aCampaign({ id: 'greeting' })
  for (const [at, text] of ['Lời đầu tiên', 'Lời thứ hai', 'Lời thứ ba'].entries()) {
    const hash = await words.keep(someWords('greeting', text))
    await campaigns.accept({ definition, version: at + 1, acceptedAt: NOW, acceptedBy: 'lan', words: hash })
  }
  await occurrences.open(anOccurrence({ campaignId: 'greeting', date: DATE, campaignVersion: 3 }))
  const own = campaignOwnWords({ campaigns, occurrences, words, bundledWords: () => undefined, company })
  const texts = await own.ofOccurrence(`greeting_${DATE}`)
  expect(texts).toContain('Lời thứ ba')
  expect(texts).toContain('Lời thứ hai')
  expect(texts).not.toContain('Lời đầu tiên')
})
