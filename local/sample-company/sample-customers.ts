/** The customers of the sample company: some five hundred people as a shop's own list would have them, awkward ones included. */
import { folded } from '#core/customer/written-text.ts'
import { addDays, localDate, partsOf } from '#core/time/local-date.ts'
import { awkward, lunar, solar } from '#local/sample-company/awkward-customers.ts'
import { type Chance, chance } from '#local/sample-company/chance.ts'
import type { SampleCustomer } from '#local/sample-company/sample-customer.ts'
import { ABROAD, vietnameseName } from '#local/sample-company/vietnamese-names.ts'

const SAMPLE_CUSTOMERS = 500
const SEED = 20_240_210

/** The same five hundred customers in every run. */
export function sampleCustomers(): readonly SampleCustomer[] {
  const luck = chance(SEED)
  const customers: SampleCustomer[] = []
  for (let number = 1; number <= SAMPLE_CUSTOMERS; number++) {
    const before = customers.at(-1)
    const person = number % 41 === 0 ? abroad(number, luck) : atHome(number, luck)
    customers.push(number % 23 === 0 && before ? householdOf(before, person) : person)
  }
  return customers.map((customer, at) => ({ ...customer, ...awkward(at + 1, customer) }))
}

function atHome(number: number, luck: Chance): SampleCustomer {
  const gender = luck.happens(58) ? 'female' : 'male'
  const { fullName, givenName } = vietnameseName(gender, luck)
  const bornIn = luck.between(1948, 2005)
  return {
    ...decisions(luck),
    'Mã khách hàng': idOf(number),
    'Họ và tên': fullName,
    'Tên gọi': givenName.includes(' ') ? givenName : '',
    'Xưng hô': luck.happens(85) ? honorific({ gender, bornIn }, luck) : '',
    'Giới tính': luck.happens(90) ? (gender === 'male' ? 'Nam' : 'Nữ') : '',
    Email: luck.happens(94) ? address(fullName, number) : '',
    'Điện thoại': luck.happens(93) ? mobile(number, luck) : '',
    ...birthday(bornIn, luck),
    'Múi giờ': luck.happens(80) ? 'Asia/Ho_Chi_Minh' : '',
    'Ngôn ngữ': luck.happens(97) ? 'vi' : 'en',
    'Quốc gia': 'VN',
    ...standing(luck),
  }
}

/** Every second customer abroad left Vietnam and still reads Vietnamese. */
function abroad(number: number, luck: Chance): SampleCustomer {
  const { zone, country, phone } = luck.pick([
    { zone: 'Australia/Sydney', country: 'AU', phone: `+61 491 570 ${String(100 + number).slice(-3)}` },
    { zone: 'Europe/Paris', country: 'FR', phone: '' },
    { zone: 'America/Los_Angeles', country: 'US', phone: `+1 213 555 01${String(number).padStart(2, '0').slice(-2)}` },
  ])
  const person = atHome(number, luck)
  const foreigner = luck.pick(ABROAD)
  const place = { 'Múi giờ': zone, 'Quốc gia': country, 'Điện thoại': phone, Nhãn: 'nước ngoài' }
  if (number % 2 === 0) return { ...person, ...place }
  return {
    ...person,
    ...place,
    'Họ và tên': foreigner.fullName,
    'Tên gọi': '',
    'Xưng hô': foreigner.gender === 'male' ? 'Mr' : 'Ms',
    'Giới tính': foreigner.gender === 'male' ? 'Nam' : 'Nữ',
    Email: address(foreigner.fullName, number),
    'Ngôn ngữ': 'en',
    'Sinh nhật âm lịch': '',
  }
}

/** Husband and wife read one mailbox; each is a customer with decisions of their own. */
const householdOf = (spouse: SampleCustomer, person: SampleCustomer): SampleCustomer =>
  spouse.Email === '' ? person : { ...person, Email: spouse.Email, Nhãn: 'gia đình' }

const idOf = (number: number) => `KH${String(number).padStart(4, '0')}`

/** Only domains that are reserved for examples: such an address cannot receive mail. */
const address = (fullName: string, number: number) =>
  `${folded(fullName).replace(/[^a-z]+/g, '.')}.${number}@example.${['com', 'com', 'net', 'org'][number % 4]}`

/** Prefixes in use since 2018; the 000 after them shows that the number is made up. */
function mobile(number: number, luck: Chance): string {
  const prefix = luck.pick([
    '032',
    '033',
    '035',
    '037',
    '038',
    '039',
    '070',
    '076',
    '079',
    '081',
    '083',
    '085',
    '090',
    '091',
    '093',
    '096',
    '097',
    '098',
  ])
  const rest = String(1_000 + number)
  return luck.weighted([
    [`${prefix}000${rest}`, 6],
    [`${prefix} 000 ${rest}`, 2],
    [`${prefix}.000.${rest}`, 1],
    [`+84${prefix.slice(1)}000${rest}`, 1],
  ])
}

function honorific({ gender, bornIn }: { gender: 'female' | 'male'; bornIn: number }, luck: Chance): string {
  if (bornIn < 1962) return gender === 'male' ? luck.pick(['Ông', 'Bác']) : luck.pick(['Bà', 'Bác', 'Cô'])
  if (bornIn > 2002) return luck.pick(['Em', gender === 'male' ? 'Anh' : 'Chị'])
  return gender === 'male' ? 'Anh' : 'Chị'
}

/** Most gave a date of birth, some only day and month, some the lunar day that they celebrate. */
function birthday(bornIn: number, luck: Chance) {
  const { month, day } = partsOf(addDays(localDate(2001, 1, 1), luck.between(0, 364)))
  const written = `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}`
  return luck.weighted([
    [solar(`${written}/${bornIn}`), 55],
    [solar(written), 12],
    [lunar(`${Math.min(day, 29)}/${month}`), 10],
    [solar(''), 23],
  ])
}

function standing(luck: Chance) {
  return {
    Hạng: luck.weighted([
      ['standard', 60],
      ['silver', 25],
      ['gold', 11],
      ['vip', 4],
    ]),
    'Nghề nghiệp': luck.weighted([
      ['', 46],
      ['teacher', 12],
      ['office', 18],
      ['entrepreneur', 8],
      ['doctor', 5],
      ['engineer', 7],
      ['retired', 4],
    ]),
    Nhãn: luck.weighted([
      ['', 55],
      ['trà', 14],
      ['cà phê', 14],
      ['trà, cà phê', 7],
      ['đồ gia dụng', 10],
    ]),
    'Nhân viên phụ trách': luck.weighted([
      ['', 30],
      ['hanh@trasenviet.example.com', 25],
      ['linh@trasenviet.example.com', 20],
      ['bao@trasenviet.example.com', 15],
      ['phuong@trasenviet.example.com', 10],
    ]),
  }
}

/** Three in five agreed to advertising, a few withdrew it or want no letters at all, the others were never asked. */
function decisions(luck: Chance) {
  const none = { 'Đồng ý nhận quảng cáo': '', 'Ngày đồng ý': '', 'Từ chối chăm sóc': '', 'Ngày từ chối': '' }
  const on = dayFirst(addDays('2023-03-01', luck.between(0, 1_100)))
  return luck.weighted([
    [{ ...none, 'Đồng ý nhận quảng cáo': 'có', 'Ngày đồng ý': on }, 60],
    [{ ...none, 'Đồng ý nhận quảng cáo': 'không', 'Ngày đồng ý': on }, 5],
    [{ ...none, 'Từ chối chăm sóc': 'có', 'Ngày từ chối': on }, 2],
    [none, 33],
  ])
}

export function dayFirst(date: string): string {
  const { year, month, day } = partsOf(date)
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`
}
