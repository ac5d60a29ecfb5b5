import { expect, test } from 'vitest'
import { formEvidence, linkEvidence, readEvidence, rowEvidence } from '#core/audience/consent-evidence.ts'

const TOKEN = `${'a'.repeat(40)}AbCdEfGhIjKlMn-_`

test('what is written is read back, and is the line that was always written', () => {
  expect(rowEvidence({ file: 'khách row 2.csv', row: 7 })).toBe('khách row 2.csv row 7')
  expect(readEvidence({ source: 'import', evidence: 'khách row 2.csv row 7' })).toEqual({
    kind: 'row',
    file: 'khách row 2.csv',
    row: 7,
  })
  const form = formEvidence({ token: TOKEN, shown: 'vi-c56eec80' })
  expect(form).toBe('AbCdEfGhIjKlMn-_ text vi-c56eec80')
  expect(readEvidence({ source: 'preference-page', evidence: form })).toEqual({
    kind: 'form',
    link: 'AbCdEfGhIjKlMn-_',
    locale: 'vi',
    words: 'c56eec80',
  })
  expect(readEvidence({ source: 'one-click', evidence: linkEvidence(TOKEN) })).toEqual({ kind: 'link', link: 'AbCdEfGhIjKlMn-_' })
})

test.each([
  ['import', 'a list of 2019'],
  ['preference-page', 'x'],
  ['a shop', 'paper no. 7'],
])('%s with a proof of another shape keeps it as it was written: %s', (source, evidence) => {
  expect(readEvidence({ source, evidence })).toEqual({ kind: 'unknown', written: evidence })
})
