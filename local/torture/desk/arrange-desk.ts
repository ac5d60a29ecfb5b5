/** Everything that staff do in a run, at its time: agents ring, a colleague is ill, customers are erased, some tell of something grave, their cases are worked on, and a campaign is cancelled. */
import { arrangeCases } from '#local/torture/cases/arrange-cases.ts'
import type { CaseLog } from '#local/torture/cases/case-log.ts'
import type { CompanyUnderTest } from '#local/torture/company-under-test.ts'
import { arrangeAgents } from '#local/torture/desk/agents.ts'
import { type AtWork, atWork } from '#local/torture/desk/at-work.ts'
import { arrangeCancelling } from '#local/torture/desk/cancelling.ts'
import { arrangeGraveCases } from '#local/torture/desk/grave-cases.ts'
import { type Noted, noted } from '#local/torture/desk/noted.ts'
import { arrangeOthers } from '#local/torture/desk/others-at-work.ts'
import type { GraveCase } from '#local/torture/evidence.ts'
import type { TorturePerson } from '#local/torture/world/people.ts'

export interface Desk extends Pick<AtWork, 'isQuiet'>, Pick<Noted, 'log'> {
  /** By customer. */
  readonly graveCases: ReadonlyMap<string, GraveCase>
  readonly caseLog: () => CaseLog
}

export function arrangeDesk({
  company,
  seed,
  people,
  failed,
}: {
  readonly company: CompanyUnderTest
  readonly seed: number
  readonly people: readonly TorturePerson[]
  readonly failed: (error: unknown) => void
}): Desk {
  const { held, clock, way } = company
  const [work, book] = [atWork(failed), noted()]
  const parts = {
    ...{ seed, held, now: clock.now, atWork: work, noted: book },
    ask: (act: object) => way.askDesk(JSON.stringify(act)),
  }
  arrangeAgents(parts)
  arrangeOthers({ ...parts, people })
  arrangeCancelling(company)
  const graveCases = arrangeGraveCases({ ...parts, people, ledgers: company.stores.ledgers })
  const { log: caseLog } = arrangeCases({ ...parts, people })
  return { isQuiet: work.isQuiet, log: book.log, graveCases, caseLog }
}
