/** Problems as an English reader sees them; every one of them must be said in Vietnamese as well. */
import { expect } from 'vitest'
import type { LocalizedText } from '#core/campaign/localized-text.ts'

export const inEnglish = <Said extends { readonly expected: LocalizedText }>(problems: readonly Said[]) =>
  problems.map(({ expected, ...rest }) => {
    expect(expected.vi).not.toBe('')
    return { ...rest, expected: expected.en }
  })
