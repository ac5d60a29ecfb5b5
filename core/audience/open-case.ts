/**
 * The open cases of a customer, as the customer's own row names them (app/marking-cases.ts): planning and the last look read that row anyway, so a
 * customer whose matter is grave is left alone at the cost of no further read.
 */
import * as z from 'zod'
import type { CasePolicy } from '#core/campaign/case-policy.ts'
import { CASE_TYPES, SEVERITIES, type Severity } from '#core/campaign/case-terms.ts'

/** What a rule or staff set; else the type, which is as grave as the policy says on the day on which it is asked. */
export const GradeSchema = z.enum([...SEVERITIES, ...CASE_TYPES])
export type Grade = z.infer<typeof GradeSchema>

export interface OpenCase {
  readonly workId: string
  readonly grade: Grade
  /** Of the case when it was written: a slow writer never undoes what a later one wrote. */
  readonly version: number
}

export type HoldRules = Pick<CasePolicy, 'types' | 'holdCareFrom'>

/** Whether an open case is a reason to keep greetings, offers and surveys back. */
export const holdsCare = (grade: Grade, { types, holdCareFrom }: HoldRules): boolean =>
  SEVERITIES.indexOf(severityIn(grade, types)) <= SEVERITIES.indexOf(holdCareFrom)

function severityIn(grade: Grade, types: HoldRules['types']): Severity {
  switch (grade) {
    case 's1':
    case 's2':
    case 's3':
    case 's4':
      return grade
    case 'complaint':
    case 'request':
    case 'question':
    case 'suggestion':
      return types[grade]
  }
}

/** While one of them is; several free the customer when the last of them closes. */
export const isHeldForCase = (openCases: readonly OpenCase[] | undefined, rules: HoldRules): boolean =>
  openCases?.some(({ grade }) => holdsCare(grade, rules)) ?? false

/** The customer's cases after one of them was written; null: it is open no more. Undefined where a later writer said something already, or the same. */
export function withCase(
  known: readonly OpenCase[],
  { workId, grade, version }: Omit<OpenCase, 'grade'> & { readonly grade: Grade | null },
): readonly OpenCase[] | undefined {
  const before = known.find((one) => one.workId === workId)
  if (before && (before.version > version || before.grade === grade)) return undefined
  if (!before && grade === null) return undefined
  const others = known.filter((one) => one !== before)
  return grade === null ? others : [...others, { workId, grade, version }]
}
