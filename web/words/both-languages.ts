/**
 * The one shape of words: Vietnamese and English under the same keys. A key that one of the two lacks, or has besides, does not compile; nor does an
 * English sentence that asks for a value which the Vietnamese one is not given.
 */
import type { PageLocale } from '#web/customer/page.ts'

type BothLanguages<Words> = Readonly<Record<PageLocale, Words>>

/** What the other language must look like: a text for a text, a sentence with the same values for a sentence, a list as long. */
type InShape<Words> = Words extends string
  ? string
  : Words extends (...given: infer Given) => infer Said
    ? (...given: Given) => Said extends string ? string : Said
    : { readonly [Key in keyof Words]: InShape<Words[Key]> }

export const bothLanguages = <const Words>(words: {
  readonly vi: Words & InShape<NoInfer<Words>>
  readonly en: InShape<NoInfer<Words>>
}): BothLanguages<InShape<Words>> => words
