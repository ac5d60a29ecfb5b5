/** The words of an accepted version: those it was accepted with, by their hash, or those that came with the code. */
import type { AcceptedCampaign, WordsStore } from '#app/ports/campaigns.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'

export interface WordsInForcePorts {
  readonly words: Pick<WordsStore, 'read'>
  /** The words of a template that came with the code; undefined when it has none. */
  readonly bundledWords: (template: string) => CampaignWords | undefined
}

export type WordsFound = { readonly found: CampaignWords } | { readonly missing: 'not-stored' | 'unreadable' | 'not-bundled' }

export async function wordsInForce(
  { words, bundledWords }: WordsInForcePorts,
  { definition, words: hash }: Pick<AcceptedCampaign, 'definition' | 'words'>,
): Promise<WordsFound> {
  if (hash === undefined) {
    // This version was accepted before words were stored. The code carried them then, and still does.
    const { template } = definition.touch
    const bundled = template === undefined ? undefined : bundledWords(template)
    return bundled ? { found: bundled } : { missing: 'not-bundled' }
  }
  const stored = await words.read(hash)
  if (stored === undefined) return { missing: 'not-stored' }
  return stored === 'unreadable' ? { missing: 'unreadable' } : { found: stored }
}
