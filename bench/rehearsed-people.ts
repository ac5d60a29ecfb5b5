/** Tables of customers and of what they bought, for rehearsals of any size: the same for the same size. */

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { addDays } from '#core/time/local-date.ts'
import { type Chance, chance } from '#local/sample-company/chance.ts'

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi']
const MIDDLES = ['Văn', 'Thị', 'Hữu', 'Minh', 'Ngọc', 'Thanh']
const GIVEN = ['An', 'Bình', 'Châu', 'Dũng', 'Hà', 'Hiếu', 'Lan', 'Mai', 'Nam', 'Phúc', 'Trang', 'Yến']
const SEED = 20_270_101

/** Of a hundred customers, those who bought something in the year before. */
const BUYERS = 60

interface Tables {
  readonly customers: string
  readonly purchases: string
  readonly count: number
}

export async function writePeople({ customers, purchases, count }: Tables): Promise<void> {
  const luck = chance(SEED)
  const [people, bought] = [createWriteStream(customers), createWriteStream(purchases)]
  people.write('customer_id,full_name,honorific,gender,email,phone,birthday,locale,country,tier\n')
  bought.write('customer_id,order_id,purchased_on,delivered_on,product\n')
  for (let at = 0; at < count; at++) {
    if (!people.write(`${customerOf(at, luck)}\n`)) await once(people, 'drain')
    if (luck.happens(BUYERS) && !bought.write(`${purchaseOf(at, luck)}\n`)) await once(bought, 'drain')
  }
  people.end()
  bought.end()
  await Promise.all([finished(people), finished(bought)])
}

const idOf = (at: number) => `C${String(at).padStart(7, '0')}`
const twoDigits = (number: number) => String(number).padStart(2, '0')

function customerOf(at: number, luck: Chance): string {
  const name = `${luck.pick(FAMILIES)} ${luck.pick(MIDDLES)} ${luck.pick(GIVEN)}`
  const [honorific, gender] = luck.pick([
    ['anh', 'male'],
    ['chi', 'female'],
  ] as const)
  const birthday = luck.happens(5)
    ? ''
    : `${twoDigits(luck.between(1, 28))}/${twoDigits(luck.between(1, 12))}/${luck.between(1950, 2005)}`
  const phone = `09${String(10_000_000 + at).padStart(8, '0')}`
  const tier = luck.pick(['standard', 'silver', 'gold'])
  return [
    idOf(at),
    name,
    honorific,
    gender,
    `c${at}@example.net`,
    phone,
    birthday,
    luck.happens(3) ? 'en' : 'vi',
    'VN',
    tier,
  ].join(',')
}

function purchaseOf(at: number, luck: Chance): string {
  const on = addDays('2025-12-01', luck.between(0, 350))
  return [idOf(at), `HD-${at}`, on, addDays(on, luck.between(1, 5)), luck.pick(['Trà sen', 'Trà nhài', 'Ấm chén'])].join(',')
}
