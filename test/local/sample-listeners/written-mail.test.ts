import { describe, expect, test } from 'vitest'
import { readMail } from '#adapters/mail-in/read-mail.ts'
import { SCORED_KINDS } from '#core/campaign/survey-definition.ts'
import { readReply } from '#core/reply/read-reply.ts'
import { scoresOf } from '#core/survey/scale.ts'
import { MAIL_PROGRAMS } from '#local/sample-listeners/act.ts'
import { mailAsRead } from '#local/sample-listeners/mail-as-read.ts'
import { ABSENCES, COMPLAINTS, REQUESTS, STOPS, scoreInWords, THANKS, UNCLEAR } from '#local/sample-listeners/words.ts'
import { type Writing, writtenReply, writtenStop } from '#local/sample-listeners/written-mail.ts'
import { aMailAsRead, aMessage, PAGES } from '#test/local/sample-listeners/mails.ts'

const AT = '2027-03-10T05:00:00.000Z'
const LOCALES = ['vi', 'en'] as const

async function read(over: Partial<Writing>, asked: Parameters<typeof readReply>[1] = { kind: 'csat' }) {
  const writing: Writing = {
    mail: aMailAsRead({}),
    text: '5',
    program: 'plain',
    photo: false,
    automatic: false,
    at: AT,
    zone: 'Asia/Ho_Chi_Minh',
    ...over,
  }
  const mail = await writtenReply(writing)
  if (mail === null) throw new Error('no address to answer to')
  const parsed = await readMail(mail.bytes)
  return { mail, parsed, reading: readReply(parsed, asked) }
}

describe.each(MAIL_PROGRAMS)('written with %s', (program) => {
  test.each(SCORED_KINDS.flatMap((kind) => LOCALES.map((locale) => ({ kind, locale }))))(
    'every score of $kind in every wording of $locale is read, and the quoted mail is not',
    async ({ kind, locale }) => {
      for (const score of scoresOf(kind)) {
        for (const text of scoreInWords({ kind, score, locale })) {
          const { reading } = await read({ text, program, mail: aMailAsRead({ locale }) }, { kind })
          expect({ ...reading, said: text }).toMatchObject({ kind: 'answer', score, text, said: text })
        }
      }
    },
  )

  test.each(LOCALES)('complaints, requests, stops and thanks in %s are taken for what they are', async (locale) => {
    const mail = aMailAsRead({ locale })
    const kindsOf = (texts: readonly string[]) =>
      Promise.all(texts.map(async (text) => (await read({ text, program, mail })).reading.kind))
    expect(new Set(await kindsOf(COMPLAINTS[locale]))).toEqual(new Set(['complaint']))
    expect(new Set(await kindsOf(REQUESTS[locale]))).toEqual(new Set(['request']))
    expect(new Set(await kindsOf(STOPS[locale]))).toEqual(new Set(['optOut']))
    expect(new Set(await kindsOf(UNCLEAR[locale]))).toEqual(new Set(['unclear']))
    expect(new Set(await kindsOf(THANKS[locale]))).toEqual(new Set(['thanks']))
  })
})

test('a note of absence is a machine’s word: no return path, and taken for an automatic reply', async () => {
  for (const locale of LOCALES) {
    const { mail, reading } = await read({ automatic: true, text: ABSENCES[locale][0] ?? '', mail: aMailAsRead({ locale }) })
    expect([mail.from, reading.kind]).toEqual(['', 'autoReply'])
  }
})

test('the same act writes the same mail: id, address and words', async () => {
  const [first, again] = [await read({ photo: true }), await read({ photo: true })]
  const { messageId, recipients, text, subject } = first.parsed
  expect(again.parsed).toMatchObject({ messageId, recipients, text, subject })
  expect(first.parsed.recipients).toEqual(['r1abc@replies.example.com'])
  expect(first.parsed.attachments).toMatchObject([{ name: 'hop-tra.png', type: 'image/png' }])
})

test('the mailbox’s “stop” goes to its own address and says nothing; without one nothing is written', async () => {
  const mail = await writtenStop(aMailAsRead({}), AT)
  expect(mail?.to).toEqual(['s1abc@replies.example.com'])
  expect((await readMail(mail?.bytes ?? new Uint8Array())).subject).toBe('unsubscribe')
  expect(await writtenStop(aMailAsRead({ stopAddress: null }), AT)).toBeNull()
})

describe('a mail as it is read', () => {
  const mail = mailAsRead(aMessage({}), PAGES)

  test('what it asks shows by its buttons, and every way on is found once, decoded', () => {
    expect(mail).toMatchObject({
      asks: 'csat',
      locale: 'vi',
      address: 'lan@example.com',
      survey: `${PAGES}/s/tok`,
      preferences: `${PAGES}/p/pref`,
      oneClick: `${PAGES}/u/stop=`,
      stopAddress: 's1abc@replies.example.com',
    })
    expect(mail.links.filter((link) => link === `${PAGES}/u/stop=`)).toHaveLength(1)
  })

  test('links that lead out of this machine are not followed by anybody', () => {
    expect(mail.links.filter((link) => !link.startsWith(`${PAGES}/`))).toEqual([])
    expect(mailAsRead(aMessage({}), 'http://pages.tes').links).toEqual([])
  })
})

test('a mail with one button for several questions is known by it, and one without a question asks nothing', () => {
  const letter = (links: string) => aMessage({ html: `<html lang="vi"><body>${links}</body></html>`, text: '' })
  const asked = mailAsRead(letter(`<a href="${PAGES}/s/tok">Chấm điểm 3 mục</a><a href="${PAGES}/p/pref">chọn</a>`), PAGES)
  expect([asked.asks, asked.survey]).toEqual(['csi', `${PAGES}/s/tok`])
  expect(mailAsRead(letter(`<a href="${PAGES}/p/pref">chọn</a>`), PAGES).asks).toBeNull()
  expect(mailAsRead(aMessage({}), PAGES).asks).toBe('csat')
})
