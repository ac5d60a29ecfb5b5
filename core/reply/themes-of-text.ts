/** What a text is about, by the rules of the company. Each theme is looked for by itself: the order of the rules does not matter, and no rule changes what another finds. */
import type { Theme } from '#core/campaign/themes.ts'
import { type Place, placesOf, type Spoken, spoken, type Wording, wording } from '#core/reply/spoken.ts'
import { isDenied } from '#core/reply/tone-words.ts'
import { boundedMemo } from '#core/time/bounded-memo.ts'

/** Ids in alphabetical order, none for a text that no rule takes. */
export function themesOfText(text: string, themes: readonly Theme[]): readonly string[] {
  if (themes.length === 0 || text === '') return []
  const said = spoken(text)
  return themes
    .filter((theme) => isAbout(said, theme))
    .map(({ id }) => id)
    .toSorted()
}

function isAbout(said: Spoken, { words, except, evenDenied }: Theme): boolean {
  const meantElse = placesIn(said, except)
  return placesIn(said, words).some(
    (place) => !meantElse.some((longer) => isWithin(place, longer)) && (evenDenied || !isDenied(said, place)),
  )
}

const isWithin = (place: Place, { at, end }: Place): boolean => at <= place.at && place.end <= end

const placesIn = (said: Spoken, { vi, en }: Theme['words']): readonly Place[] =>
  [...vi, ...en].flatMap((phrase) => placesOf(said, compiled(phrase)))

/** As many as fifty themes can have. */
const PHRASES_KEPT = 10_000
const compiled = boundedMemo(PHRASES_KEPT, (phrase: string): Wording => wording(phrase))
