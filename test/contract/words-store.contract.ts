/** What every store of words must do. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { MOST_PACKED_BYTES, WordsTooLargeError } from '#adapters/packed-words.ts'
import type { WordsStore } from '#app/ports/campaigns.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import { someWords } from '#test/support/builders.ts'
import { AN_INSTANT } from '#test/support/store-builders.ts'

const bilingual: CampaignWords = {
  template: 'tet-greeting',
  mails: {
    vi: {
      subject: 'Chúc mừng năm mới',
      preheader: 'Tết',
      html: '<p>{{greetingName}} thân mến</p>',
      text: '{{greetingName}} thân mến',
    },
    en: { subject: 'Happy new year', preheader: 'Tết', html: '<p>Dear {{greetingName}}</p>', text: 'Dear {{greetingName}}' },
  },
}

export function wordsStoreContract(fresh: () => Promise<WordsStore>): void {
  describe('a store of words', () => {
    test('gives back under their hash what was kept, and nothing under another', async () => {
      const store = await fresh()
      const hash = await store.keep(bilingual)
      expect(await store.read(hash)).toEqual(bilingual)
      expect(await store.read(hash.replace(/^./, (first) => (first === '0' ? '1' : '0')))).toBeUndefined()
      expect(await store.read('')).toBeUndefined()
    })

    test('the same words have the same hash, in whatever order their languages came, and a changed letter has another', async () => {
      const store = await fresh()
      const { vi, en } = bilingual.mails
      const hash = await store.keep(bilingual)
      expect(await store.keep({ template: 'tet-greeting', mails: { en: en!, vi: vi! } })).toBe(hash)
      const others = [
        { ...bilingual, template: 'tet' },
        { ...bilingual, mails: { vi: vi! } },
        { ...bilingual, mails: { vi: en!, en: vi! } },
        { ...bilingual, mails: { ...bilingual.mails, en: { ...en!, preheader: 'Tet' } } },
      ]
      const hashes = await Promise.all(others.map((words) => store.keep(words)))
      expect(new Set([hash, ...hashes]).size).toBe(5)
      expect(await store.read(hash)).toEqual(bilingual)
    })

    test('several may keep the same words at the same moment', async () => {
      const store = await fresh()
      const hashes = await Promise.all([bilingual, bilingual, bilingual].map((words) => store.keep(words)))
      expect(new Set(hashes).size).toBe(1)
      expect(await store.read(hashes[0] ?? '')).toEqual(bilingual)
    })

    test('a long letter in many languages is kept; one beyond what a row holds is refused with size and limit, and nothing is stored', async () => {
      const store = await fresh()
      const paragraph = 'Vườn trà đã vào vụ xuân, và chúng tôi nhớ đến anh chị. '.repeat(2_000)
      const languages = Array.from({ length: 10 }, (_, n) => [`l${n}`, someWords('long', `${paragraph}${n}`).mails.vi!] as const)
      const long = { template: 'long', mails: Object.fromEntries(languages.slice(0, 3)) }
      expect(await store.read(await store.keep(long))).toEqual(long)

      // Nothing packs the digests of numbers.
      const digest = (n: number) => createHash('sha256').update(String(n)).digest('base64')
      const noise = Array.from({ length: 13_000 }, (_, n) => digest(n)).join(' ')
      const refused = store.keep(someWords('noise', noise))
      await expect(refused).rejects.toThrow(WordsTooLargeError)
      await expect(refused).rejects.toThrow(new RegExp(`noise: \\d+ bytes of packed words, at most ${MOST_PACKED_BYTES}`))
    })

    test('knows the words in force for a message outside any campaign: the last accepted', async () => {
      const store = await fresh()
      expect(await store.noticeInForce('opt-out-confirmation')).toBeUndefined()
      const [first, second] = [await store.keep(someWords('n', 'một')), await store.keep(someWords('n', 'hai'))]
      for (const words of [first, second])
        await store.putNoticeInForce({ template: 'opt-out-confirmation', words, at: AN_INSTANT, by: 'lan' })
      expect(await store.noticeInForce('opt-out-confirmation')).toBe(second)
      expect(await store.noticeInForce('other')).toBeUndefined()
    })
  })
}
