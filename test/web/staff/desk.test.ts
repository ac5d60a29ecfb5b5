/** The second equation on the page of an occurrence: each customer who was handed over stands in a line, and a lost task is said in red. */
import { expect, test } from 'vitest'
import { NOTHING_HANDED } from '#core/work/desk-balance.ts'
import { deskSection } from '#web/staff/occurrences/desk.ts'

const shown = (handed: number, lines: Partial<typeof NOTHING_HANDED.lines>) =>
  String(deskSection({ handed, lines: { ...NOTHING_HANDED.lines, ...lines } }, 'en'))

test('every line stands, also those with nobody, and the sum is called right', () => {
  const page = shown(5, { reached: 2, open: 2, gone: 1 })
  expect(page).toContain('data-desk-line="handed"><b>5</b>')
  expect(page).toContain('data-desk-line="reached"><b>2</b>')
  expect(page).toContain('data-desk-line="refused"><b>0</b>')
  expect(page).not.toContain('data-desk-line="lost"')
  expect(page).toContain('adds up')
  expect(page).not.toContain('does not')
})

test('a task that is lost is a line of its own, and the sum is called wrong', () => {
  const page = shown(2, { reached: 1, lost: 1 })
  expect(page).toContain('class="term bad" data-desk-line="lost"><b>1</b>')
  expect(page).toContain('does not add up')
})
