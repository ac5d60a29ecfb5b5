/** The awkward cases of the sample company's list, at fixed numbers, so that they are the same in every run. */
import type { SampleCustomer } from '#local/sample-company/sample-customer.ts'

/** Cases of every real list: names in capitals or decomposed, old phone numbers, birthdays that most years do not have. */
export function awkward(number: number, customer: SampleCustomer): Partial<SampleCustomer> {
  const home = customer['Quốc gia'] === 'VN'
  return {
    ...(number % 29 === 0 ? { 'Họ và tên': customer['Họ và tên'].toLocaleUpperCase('vi') } : {}),
    ...(number % 37 === 0 ? { 'Họ và tên': customer['Họ và tên'].normalize('NFD') } : {}),
    ...(number % 31 === 0 && home ? { 'Điện thoại': `0168 000 ${String(1_000 + number)}` } : {}),
    ...(number % 43 === 0 && home
      ? { 'Điện thoại': `090 000 ${String(2_000 + number)} / 024 3826 ${String(4_000 + number)}` }
      : {}),
    ...BIRTHDAYS[number],
  }
}

export const solar = (day: string) => ({ 'Ngày sinh': day, 'Sinh nhật âm lịch': '' })
export const lunar = (day: string) => ({ 'Ngày sinh': '', 'Sinh nhật âm lịch': day })
const BIRTHDAYS: Readonly<Record<number, Partial<SampleCustomer>>> = {
  12: solar('29/02/1988'),
  57: solar('29/02'),
  113: solar('29/02/1996'),
  240: solar('29/02'),
  377: solar('29/02/2000'),
  18: lunar('1/6 nhuận'),
  99: lunar('15/5/1990 nhuận'),
  201: lunar('10/3/1993 nhuận'),
  333: lunar('8/2 nhuận'),
  25: lunar('30/12'),
  150: lunar('30/12'),
  275: lunar('30/6'),
  420: lunar('30/11'),
  60: lunar('1/1'),
  61: lunar('15/8'),
  300: solar('31/12/1979'),
  301: solar('01/01'),
}
