/** Words in memory. The same hash is always the same object, so that its compiled form is found again. */

import { frozen } from '#adapters/frozen.ts'
import { packWords } from '#adapters/packed-words.ts'
import type { WordsStore } from '#app/ports/campaigns.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'

export function memoryWordsStore(): WordsStore {
  const kept = new Map<string, CampaignWords>()
  const notices = new Map<string, string>()
  return {
    keep: async (words) => {
      const { hash } = packWords(words)
      if (!kept.has(hash)) kept.set(hash, frozen(words))
      return hash
    },
    read: async (hash) => kept.get(hash),
    noticeInForce: async (template) => notices.get(template),
    putNoticeInForce: async ({ template, words }) => {
      notices.set(template, words)
    },
  }
}
