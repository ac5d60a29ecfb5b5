/** Where a consent or a refusal came from is told in words, whichever part of the system wrote it down. */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { consentSource } from '#web/words/consent-words.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const WRITES_CONSENT = /withdrawConsent\(|changePreferences\(|ConsentRecord/

const sources = ['app', 'functions'].flatMap((folder) =>
  readdirSync(resolve(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(resolve(entry.parentPath, entry.name), 'utf8'))
    .filter((text) => WRITES_CONSENT.test(text))
    .flatMap((text) => [...text.matchAll(/source: '([a-z-]+)'/g)].map(([, source = '']) => source)),
)

test('sources are found where consents are written', () => {
  expect(sources).toEqual(expect.arrayContaining(['spam-complaint', 'call', 'import', 'preference-page']))
})

test.each([...new Set(sources)])('%s has words in both languages', (source) => {
  expect([consentSource(source, 'vi'), consentSource(source, 'en')]).not.toContain(source)
})
