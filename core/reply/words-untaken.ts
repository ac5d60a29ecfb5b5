/** What customers write that no theme takes: pairs of words that come in several texts, so that people write better rules from them. */
import { spoken } from '#core/reply/spoken.ts'

export interface UntakenWords {
  readonly words: string
  /** In how many texts. */
  readonly texts: number
}

/** Words that tell no theme by themselves; a pair with one of them is left out. */
const EMPTY: ReadonlySet<string> = new Set(
  [
    'tôi mình em anh chị bạn shop bên ạ nhé nha à ơi dạ vâng và là của cho có được không chưa đã đang sẽ rất quá lắm này kia ấy đó thì mà với',
    'cũng như nên vì do ở trong ra vào lại còn chỉ một hai các những cái hơn nhiều ít gì sao thế vậy rồi luôn mọi khi lần sau cảm ơn cám xin',
    'toi minh chi ban ben va cua co duoc khong chua da se rat qua lam nay thi voi cung nen vi trong roi cam on',
    'the a an and or of to in on at for is are was were it i we you my your this that not no so very but with be have has had thank thanks',
  ].flatMap((line) => line.split(' ')),
)

/** In two texts at least, the most frequent first; pairs within a clause, as they were written in small letters. */
export function wordsUntaken(texts: readonly string[], limit: number): readonly UntakenWords[] {
  const counts = new Map<string, number>()
  for (const text of texts) for (const pair of new Set(pairsIn(text))) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return [...counts]
    .filter(([, times]) => times > 1)
    .toSorted(([a, times], [b, others]) => others - times || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([words, times]) => ({ words, texts: times }))
}

function pairsIn(text: string): readonly string[] {
  const { written } = spoken(text)
  return written.flatMap((word, at) => {
    const next = written[at + 1]
    return next !== undefined && tells(word) && tells(next) ? `${word} ${next}` : []
  })
}

const tells = (word: string): boolean => /^\p{L}[\p{L}\p{M}]*$/u.test(word) && !EMPTY.has(word)
