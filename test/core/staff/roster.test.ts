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

test('a roster whose people take more bytes than its row has room for is refused', () => {
  const people = largestRoster().map((person) => ({ ...person, addressSince: '2027-03-01' }))
  expect(problems(...people).join()).toMatch(/^people \| \d+ \| at most 408600 bytes for all people$/)
})

test.each([
  'Hu\u0000y',
  'Huy\ud800',
  'Huy\nGia',
  '\u202eHuy',
  'Hu\u200by',
  '\u200b',
  '\ufeffHuy\ufeffGia',
  'Hu\u00ady',
  '\ue000',
  '\u2800',
  '\u3164',
])('a name with a sign that no reader sees is refused: %j', (name) => {
  expect(problems(HEAD, { ...OPERATOR, name }).join()).toContain('a text without signs that no reader sees')
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
  ['with a day that is none', [HEAD, { ...OPERATOR, addressSince: '2027-02-30' }], 'people[1].addressSince | 2027-02-30'],
  ['with an empty name', [HEAD, { ...OPERATOR, name: ' ' }], 'people[1].name'],
])('a roster %s is refused, and says where', (_what, people, problem) => {
  expect(problems(...people).join('\n')).toContain(problem)
})

const times = (over: object, people: readonly object[] = [HEAD, OPERATOR]) => {
  const found = readRoster({ file: 'staff.json', text: JSON.stringify({ people, ...over }) })
  return 'problems' in found ? found.problems.map(({ path, value, expected }) => `${path} | ${value} | ${expected.en}`) : []
}
const DAY = { from: '08:00', to: '17:00' }
const HOLIDAY = { name: { vi: 'Tết', en: 'Tet' }, from: '2027-02-05', to: '2027-02-11', lastPromiseOn: '2027-02-03' }

test('a roster without times says nothing of them; addresses in times are spelt as those of people', () => {
  const bare = read(HEAD, OPERATOR)
  expect('value' in bare && bare.value.plan).toEqual({ teams: [], people: [] })
  const text = JSON.stringify({
    people: [{ ...HEAD, callsADay: 5 }, OPERATOR],
    teams: [{ name: 'Chăm sóc', onCall: [{ people: ['Chau@TraSen.example.com'] }] }],
  })
  const found = readRoster({ file: 'staff.json', text })
  if ('problems' in found) throw new Error(JSON.stringify(found.problems))
  expect(found.value.people[0]).toEqual(HEAD)
  expect(found.value.plan.people).toEqual([{ address: HEAD.address, callsADay: 5 }])
  expect(found.value.plan.teams[0]).toMatchObject({ callsADay: 40, longHolidays: [], onCall: [{ people: [HEAD.address] }] })
})

test.each<[string, object, string]>([
  [
    'a team that is nobody’s, written in another way',
    { teams: [{ name: 'Cham soc' }] },
    'teams[0].name | Cham soc | the team of at least one person in people; there are: Chăm sóc, Công nghệ',
  ],
  [
    'one team twice',
    { teams: [{ name: 'Chăm sóc' }, { name: 'Chăm sóc ' }] },
    'teams[1].name | Chăm sóc | a name of its own: teams[0] has it already',
  ],
  [
    'a second team that takes what no team has',
    {
      teams: [
        { name: 'Chăm sóc', takesUnassigned: true },
        { name: 'Công nghệ', takesUnassigned: true },
      ],
    },
    'teams[1].takesUnassigned | true | one team at most: teams[0] takes what no team has already',
  ],
  [
    'a person on call who is not on the roster',
    { teams: [{ name: 'Chăm sóc', onCall: [{ people: ['chua@trasen.example.com'] }] }] },
    'teams[0].onCall[0].people[0] | chua@trasen.example.com | the address of a person in people, such as chau@trasen.example.com',
  ],
  [
    'a person on duty who is not on the roster',
    {
      teams: [
        {
          name: 'Chăm sóc',
          longHolidays: [{ ...HOLIDAY, duty: [{ date: '2027-02-06', people: ['x@example.com'], hours: [DAY] }] }],
        },
      ],
    },
    'teams[0].longHolidays[0].duty[0].people[0] | x@example.com',
  ],
  [
    'a person of another team on duty',
    {
      teams: [
        {
          name: 'Chăm sóc',
          longHolidays: [{ ...HOLIDAY, duty: [{ date: '2027-02-06', people: [OPERATOR.address], hours: [DAY] }] }],
        },
      ],
    },
    'teams[0].longHolidays[0].duty[0].people[0] | huy@trasen.example.com | a person of the team Chăm sóc',
  ],
  [
    'duty on a day that is not of the holiday',
    {
      teams: [
        {
          name: 'Chăm sóc',
          longHolidays: [{ ...HOLIDAY, duty: [{ date: '2027-02-12', people: [HEAD.address], hours: [DAY] }] }],
        },
      ],
    },
    'teams[0].longHolidays[0].duty',
  ],
  [
    'a promise in the holiday',
    { teams: [{ name: 'Chăm sóc', longHolidays: [{ ...HOLIDAY, lastPromiseOn: '2027-02-05' }] }] },
    'teams[0].longHolidays[0].lastPromiseOn',
  ],
  [
    'a holiday that ends before it begins',
    { teams: [{ name: 'Chăm sóc', longHolidays: [{ ...HOLIDAY, to: '2027-02-04' }] }] },
    'teams[0].longHolidays[0].to',
  ],
  [
    'a weekday that is none',
    { teams: [{ name: 'Chăm sóc', week: [{ weekdays: [0], hours: [DAY] }] }] },
    'teams[0].week[0].weekdays[0]',
  ],
  [
    '29 February of a common year',
    { teams: [{ name: 'Chăm sóc', week: [{ weekdays: [1], hours: [DAY], everyOtherWeekFrom: '2027-02-29' }] }] },
    'everyOtherWeekFrom',
  ],
  ['a misspelt word', { teams: [{ name: 'Chăm sóc', oncall: [] }] }, 'teams[0].oncall'],
])('times with %s are refused, and it is said where', (_what, over, problem) => {
  expect(times(over).join('\n')).toContain(problem)
})

test('a person’s leave must end after it begins, and the times of all must fit into a row', () => {
  expect(times({}, [{ ...HEAD, leave: [{ from: '2027-03-02', to: '2027-03-01' }] }, OPERATOR]).join()).toContain(
    'people[0].leave[0].to',
  )
  const shifts = Array.from({ length: 14 }, () => ({
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    hours: [DAY],
    everyOtherWeekFrom: '2027-03-01',
  }))
  const many = Array.from({ length: 400 }, (_, at) => ({ ...HEAD, address: `p${at}@trasen.example.com`, shifts }))
  expect(times({}, [OPERATOR, ...many]).join()).toMatch(
    /^teams \| \d{6} bytes \| shifts, leave and duty of everybody together at most 380000/,
  )
})

const wholeFile = (text: string) => {
  const found = readRoster({ file: 'staff.json', text })
  return 'problems' in found ? found.problems.map(({ path, expected }) => `${path} | ${expected.en}`) : ['taken']
}

test.each([
  ['that is empty', '', 1],
  ['that is no JSON', '{ "people": [', 1],
  ['that is a list', '[]', 1],
  ['that is nothing', 'null', 1],
  ['that has no people', '{}', 1],
  ['whose people are no list', '{ "people": { "name": "x" } }', 1],
  [
    'whose people stand there twice',
    `{ "people": [${JSON.stringify(HEAD)}], "people": [${JSON.stringify(HEAD)}, ${JSON.stringify(OPERATOR)}] }`,
    1,
  ],
  [
    'in which a person has two roles',
    JSON.stringify({ people: [HEAD, OPERATOR] }).replace('"role":"operator"', '"role":"agent","role":"operator"'),
    1,
  ],
  ['of nothing but brackets', '['.repeat(100_000), 1],
  ['with people that are none', '{ "people": [null, 1, "x"] }', 3],
])('a file %s is refused, and each mistake is named', (_what, text, least) => {
  const found = wholeFile(text)
  expect(found).not.toEqual(['taken'])
  expect(found.length).toBeGreaterThanOrEqual(least)
})

test('a file with very many people is refused at once, without naming each', () => {
  const line = JSON.stringify({ ...HEAD, role: 'boss' })
  const began = performance.now()
  const found = wholeFile(`{ "people": [${Array.from({ length: 200_000 }, () => line).join(',')}] }`)
  expect(found.length).toBeLessThan(200)
  expect(performance.now() - began).toBeLessThan(60_000)
})

test.each([
  [
    'two people of one name, who are two by their addresses',
    [HEAD, OPERATOR, { ...OPERATOR, address: 'huy2@trasen.example.com' }],
  ],
  ['a team that no one else is in', [HEAD, { ...OPERATOR, team: 'Đội của một người' }]],
])('%s are right', (_what, people) => {
  expect(problems(...people)).toEqual([])
})

test.each([
  ['letters that are not ASCII', 'mười@trasen.example.com'],
  ['a host that is not ASCII', 'chau@tràsen.example.com'],
  ['a name before it', 'Châu <chau@trasen.example.com>'],
  ['two of them', 'chau@trasen.example.com, huy@trasen.example.com'],
  ['a line break', 'chau@trasen.example.com\n'],
  ['a space within', 'chau @trasen.example.com'],
])('an address with %s is refused, and says where', (_what, address) => {
  expect(problems(OPERATOR, { ...HEAD, address }).join()).toContain('people[1].address')
})
