import { expect, test } from 'vitest'
import { searchSteps } from '#core/customer/search-steps.ts'

test.each([
  '0912345678',
  '0912 345 678',
  '0912.345.678',
  '091-234-5678',
  '+84912345678',
  '+84 912 345 678',
  '(+84) 912 345 678',
  '0084 912 345 678',
  '84912345678',
  '912345678',
  ' 0912 345 678 ',
])('%s is one number, however it is written', (text) => {
  expect(searchSteps(text, 'VN')).toEqual([{ by: 'phone', text: '+84912345678' }])
})

test('a mobile number from before 2018 finds today’s', () => {
  expect(searchSteps('0169 912 3456', 'VN')).toEqual([{ by: 'phone', text: '+84399123456' }])
})

test.each(['LAN@Example.COM', ' LAN@Example.COM ', 'LAN@example.com'])(
  'an address is searched as the import stores it: %s',
  (text) => {
    expect(searchSteps(text, 'VN')).toEqual([{ by: 'address', text: 'LAN@example.com' }])
  },
)

test('what is no right address is searched as it stands', () => {
  expect(searchSteps('lan@', 'VN')).toEqual([{ by: 'address', text: 'lan@' }])
})

test.each([
  ['Đặng  THÙY', 'dang thuy'],
  ['n', 'n'],
  ["O'Brien", 'obrien'],
  ['KH0001', 'kh0001'],
])('%s is a given name first, then a full one', (text, name) => {
  expect(searchSteps(text, 'VN')).toEqual([
    { by: 'given-name', text: name },
    { by: 'full-name', text: name },
  ])
})

test.each(['', '   ', '...', '́̀', '🌸', '1234', '0000 0000 00'])('"%s" holds nothing to search', (text) => {
  expect(searchSteps(text, 'VN')).toEqual([])
})
