/** The whole of a year, Tết at both of its ends. */
import { figuresOfMovedCompany } from '#test/support/moved-company.ts'

figuresOfMovedCompany({
  startOn: '2027-01-01',
  today: '2028-01-03',
  periods: ['2027', '2027-Q1', '2027-Q3', '2027-01', '2027-02', '2027-10', '2027-W06', '2027-W52'],
})
