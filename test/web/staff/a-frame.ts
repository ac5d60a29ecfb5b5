/** The frame of a page for staff, in a company's zone that is seven hours ahead of UTC. */
import { theCompanyRules } from '#test/support/builders.ts'
import type { Frame } from '#web/staff/frame.ts'
import { STAFF_SECTIONS } from '#web/staff/sections.ts'

export const aFrame = (locale: Frame['locale'], over: Partial<Frame> = {}): Frame => ({
  locale,
  company: theCompanyRules().company,
  now: '2027-02-01T01:00:00.000Z',
  visitor: { name: 'Phạm Minh Châu', address: 'chau@trasen.example.com', team: 'Chăm sóc', role: 'head' },
  busy: null,
  sections: STAFF_SECTIONS,
  mailPath: null,
  pages: 'https://care.trasen.example.com',
  path: '/',
  typed: [],
  ...over,
})
