/** Words read once and kept for as long as the process lives: a batch costs one read of them, and the next batch none. */
import type { WordsStore } from '#app/ports/campaigns.ts'

/** More letters than a company has in force. The one read longest ago is dropped first. */
const MOST_KEPT = 64

export function keptWords<Store extends Pick<WordsStore, 'read'>>(store: Store): Store {
  const kept = new Map<string, ReturnType<WordsStore['read']>>()
  const read: WordsStore['read'] = (hash) => {
    const known = kept.get(hash)
    if (known) return known
    const reading = store.read(hash)
    kept.set(hash, reading)
    const [oldest] = kept.keys()
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    // Missing words may be stored later, unreadable words may be repaired, and a failed read is tried again: none of these is kept.
    const forget = () => void kept.delete(hash)
    reading.then((words) => typeof words === 'object' || forget(), forget)
    return reading
  }
  return { ...store, read }
}
