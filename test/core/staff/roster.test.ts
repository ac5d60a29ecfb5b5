import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { memberWith, readRoster } from '#core/staff/roster.ts'
import { largestRoster } from '#test/support/largest-roster.ts'

const HEAD = { name: 'Phạm Minh Châu', address: 'chau@trasen.example.com', team: 'Chăm sóc', role: 'head' }
const OPERATOR = { name: 'Hoàng Gia Huy', address: 'huy@trasen.example.com', team: 'Công nghệ', role: 'operator' }
const read = (...people: readonly object[]) => readRoster({ file: 'staff.json', text: JSON.stringify({ people }) })
const problems = (...people: readonly object[]) => {
  const found = read(...people)
  return 'problems' in found ? found.problems.map(({ path, value, expected }) => `${path} | ${value} | ${expected.en}`) : []
}

test('the sample company’s own roster is right, and has every role', () => {
  const found = readRoster({ file: 'campaigns/staff.json', text: readFileSync('campaigns/staff.json', 'utf8') })
  if ('problems' in found) throw new Error(JSON.stringify(found.problems))
  expect(new Set(found.value.people.map(({ role }) => role)).size).toBe(6)
})

test('an address is the same in capitals, with spaces around it, and decomposed', () => {
  const found = read({ ...HEAD, address: 'Chau@TraSen.example.com' }, OPERATOR)
  if ('problems' in found) throw new Error('refused')
  expect(memberWith(found.value, ' CHAU@trasen.example.com ')?.name).toBe('Phạm Minh Châu')
  expect(memberWith(found.value, 'khac@trasen.example.com')).toBeUndefined()
})

test('the largest roster is right; one person more, or one letter more, is refused', () => {
  const [first, ...others] = largestRoster()
  if (!first) throw new Error('nobody')
  expect(problems(first, ...others)).toEqual([])
  expect(problems(first, ...others, HEAD).join()).toContain(' | at most 500')
  const longer = problems({ ...first, name: `${first.name}a`, team: `${first.team}a`, address: `a${first.address}` }, ...others)
  expect(longer.map((problem) => problem.split(' ')[0])).toEqual(['people[0].name', 'people[0].address', 'people[0].team'])
})

test.each(['Hu\u0000y', 'Huy\ud800', 'Huy\nGia'])('a name with a sign that no reader sees is refused: %j', (name) => {
  expect(problems(HEAD, { ...OPERATOR, name }).join()).toContain('a text without control characters')
})

test.each([
  ['without a head', [OPERATOR], 'people | operator | at least one person with the role "head"'],
  ['without an operator', [HEAD], 'people | head | at least one person with the role "operator"'],
  ['with nobody', [], 'people | [] | at least 1'],
  [
    'with one address twice, in other letters',
    [HEAD, OPERATOR, { ...HEAD, address: 'CHAU@trasen.example.com' }],
    'people[2].address | chau@trasen.example.com | an address of its own: people[0] has it already',
  ],
  [
    'with a role that is none',
    [HEAD, OPERATOR, { ...HEAD, address: 'a@example.com', role: 'manger' }],
    'people[2].role | manger',
  ],
  ['with a key that is none', [{ ...HEAD, phone: '0912' }, OPERATOR], 'people[0].phone | 0912 | there is no such word here'],
  ['with no address', [HEAD, { ...OPERATOR, address: 'huy' }], 'people[1].address | huy'],
  ['with an empty name', [HEAD, { ...OPERATOR, name: ' ' }], 'people[1].name'],
])('a roster %s is refused, and says where', (_what, people, problem) => {
  expect(problems(...people).join('\n')).toContain(problem)
})
