/** Puts the words of a message outside any campaign in force. */
import type { WordsStore } from '#app/ports/campaigns.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import type { Instant } from '#core/time/instant.ts'

export async function acceptNotice(
  store: Pick<WordsStore, 'keep' | 'noticeInForce' | 'putNoticeInForce'>,
  { words, at, by }: { readonly words: CampaignWords; readonly at: Instant; readonly by: string },
): Promise<'accepted' | 'unchanged'> {
  const { template } = words
  const hash = await store.keep(words)
  if ((await store.noticeInForce(template)) === hash) return 'unchanged'
  await store.putNoticeInForce({ template, words: hash, at, by })
  return 'accepted'
}
