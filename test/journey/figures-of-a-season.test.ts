/** Two weeks after Tết: customers answer, write, buy and use gifts, agents ring. */
import { figuresOfMovedCompany } from '#test/support/moved-company.ts'

figuresOfMovedCompany({ startOn: '2027-02-04', today: '2027-02-20', periods: ['2027', '2027-Q1', '2027-02', '2027-W06'] })
