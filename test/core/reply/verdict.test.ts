import { expect, test } from 'vitest'
import { badVerdict } from '#core/reply/verdict.ts'

const headers = (entries: Record<string, readonly string[]>) => new Map(Object.entries(entries))

test.each([
  ['nothing was found', {}, null],
  ['both passed', { 'x-ses-spam-verdict': ['PASS'], 'x-ses-virus-verdict': ['PASS'] }, null],
  ['nobody could tell', { 'x-ses-spam-verdict': ['GRAY'], 'x-ses-virus-verdict': ['PROCESSING_FAILED'] }, null],
  ['spam', { 'x-ses-spam-verdict': ['FAIL'] }, 'spam'],
  ['a virus', { 'x-ses-virus-verdict': ['FAIL'], 'x-ses-spam-verdict': ['PASS'] }, 'virus'],
  ['a virus in spam', { 'x-ses-spam-verdict': ['FAIL'], 'x-ses-virus-verdict': ['FAIL'] }, 'virus'],
  ['a sender who wrote a verdict of their own below', { 'x-ses-virus-verdict': ['FAIL', 'PASS'] }, 'virus'],
  ['odd spelling', { 'X-SES-Virus-Verdict': [' fail '] }, 'virus'],
  ['another word', { 'x-ses-virus-verdict': ['FAILURE'] }, null],
] as const)('%s', (_what, given, expected) => {
  expect(badVerdict(headers(given))).toBe(expected)
})
