/** A link of a new key, on pages that have not heard of that key and cannot read it just now. */
import { expect, test } from 'vitest'
import { SecretUnreadError } from '#app/ports/secrets.ts'
import { occurrenceIdOf } from '#core/occasion/occurrence-id.ts'
import { keysUnread } from '#test/support/keys-unread.ts'
import { aSurvey } from '#test/support/survey-builders.ts'
import { INVITED_ON, NOW, pagesAtWork } from '#test/web/customer/pages-at-work.ts'

const EXPIRES = '2028-04-13T02:00:00.000Z'
const english = { 'accept-language': 'en' }

async function atWork() {
  const pages = await pagesAtWork()
  const { behind, rotated, comesBack } = await keysUnread('a secret of the test, long enough to be one')
  pages.breakStores({ seals: behind })
  const survey = occurrenceIdOf({ campaignId: aSurvey().id, date: INVITED_ON })
  const links = {
    stop: `/u/${rotated.linkToken({ use: 'unsubscribe', fields: ['c-001', 'care'], expiresAt: EXPIRES })}`,
    preferences: `/p/${rotated.linkToken({ use: 'preferences', fields: ['c-001'], expiresAt: EXPIRES })}`,
    survey: `/s/${rotated.linkToken({ use: 'survey', fields: ['c-001', survey], expiresAt: EXPIRES })}`,
  }
  return { pages, links, comesBack }
}

test.each(['stop', 'preferences', 'survey'] as const)(
  'the link to %s is not called broken: the customer is asked to come back in a minute, and it is counted as a failure',
  async (name) => {
    const { pages, links, comesBack } = await atWork()
    const answers = [await pages.get(links[name], english), await pages.post(links[name], { score: '9' }, english)]
    for (const answer of answers) {
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60'])
      expect(answer.headers.get('cache-control')).toBe('no-store')
      const html = await answer.text()
      expect(html).toContain('try again in a minute')
      expect(html).not.toContain('does not work')
    }
    expect(await (await pages.get(links[name])).text()).toContain('Xin thử lại sau một phút')
    expect(pages.failures).toEqual([1, 2, 3].map(() => expect.any(SecretUnreadError)))
    expect(pages.writes()).toBe(0)
    comesBack()
    expect((await pages.get(links[name])).status).toBe(200)
  },
)

test('a mailbox’s button meets the same answer, and stops the mails when it is tried again', async () => {
  const { pages, links, comesBack } = await atWork()
  const press = () => pages.post(links.stop, { 'List-Unsubscribe': 'One-Click' })
  expect((await press()).status).toBe(503)
  comesBack()
  expect((await press()).status).toBe(200)
  expect(await pages.consentsOf()).toEqual({ 'care/email': { decision: 'withdrawn', at: NOW } })
})

test('a link that never was one is still broken', async () => {
  const { pages } = await atWork()
  expect((await pages.get('/u/abc.def')).status).toBe(404)
  expect(pages.failures).toEqual([])
})
